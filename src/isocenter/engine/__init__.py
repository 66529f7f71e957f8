"""Runs a hand-in and its hidden tests in processes that cannot reach each other's memory.

Three processes, one boundary:

* `zygote`, the warm process, holds the imported stack, and forks two `server`s an engine; none of
  them has ever seen a test or an answer.
* `student`, forked by one of them for one hand-in with lowered `rights`, runs the student's cells
  in a `shell` and answers numbered questions.
* `examiner`, forked by the other, runs the grade cells; names that it does not know it asks of the
  student's process: `questions` does so, and `references` holds the stand-ins of `remote`.

What crosses is written down in `values` and its kinds (`plain`, `arrays`, `volumes`), kept in the
`ledger` of each side, and framed by `wire`: plain data, to the bit, never pickle. `running` is the
side of whoever grades: it starts the `warm` process, or is lent servers of one, and hands a
notebook's `cells` over, one `job` each.
"""
