"""Reports on a class: one function each, results ▸ file.

`reading` reads results from the course's folder into the dataclasses of `classroom`; `page`,
`summary`, `junit`, `machine` and `lms` make texts of them, and `writing` puts these where they are
wanted.
"""
