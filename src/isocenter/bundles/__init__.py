"""What another place needs to check or to grade an assignment, in one archive or folder.

`wheel` packs this package, `contents` says what an assignment's grader needs, `archive` writes it
with the same bytes each time, `gradescope` adds what Gradescope asks for, `workflows` writes the
files of GitHub Actions.
"""
