{%- extends 'base.tpl' -%}

{%- block title -%}
Class Report
{%- endblock -%}

{%- block sidebar -%}
<li role="presentation" class="active"><a href="{{ base_url }}/formgrader/manage_assignments">Manage Assignments</a></li>
<li role="presentation"><a href="{{ base_url }}/formgrader/gradebook">Manual Grading</a></li>
<li role="presentation"><a href="{{ base_url }}/formgrader/manage_students">Manage Students</a></li>
{%- endblock -%}

{%- block body -%}
<ol class="breadcrumb">
  <li><a href="{{ base_url }}/formgrader/manage_assignments">Assignments</a></li>
  <li><a href="{{ base_url }}/formgrader/manage_submissions/{{ assignment_id | urlencode }}">{{ assignment_id }}</a></li>
  <li class="active">Class report</li>
</ol>
<p>
  Students are under pseudonyms here.
  <code>isocenter report {{ assignment_id }} --names</code> writes a page with names.
</p>
<iframe title="Class report" src="{{ base_url }}/formgrader/class_report/{{ assignment_id | urlencode }}/itself"
        style="width: 100%; height: 80vh; border: 1px solid #ddd"></iframe>
{%- endblock -%}
