{%- extends 'nbgrader/manage_submissions.tpl' -%}

{%- block messages -%}
<p>
  The buttons run <code>isocenter grade</code> and <code>isocenter feedback</code> for one student.
  For the whole class, run this in a terminal:
</p>
<pre>
cd "{{ course_dir }}"
isocenter grade "{{ assignment_id }}"</pre>
<p>
  <a class="btn btn-default"
     href="{{ base_url }}/formgrader/class_report/{{ assignment_id | urlencode }}">Class report</a>
</p>
{%- endblock -%}
