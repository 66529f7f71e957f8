"""Closes its socket in the middle of a question.

uses: liar
exam: calls equals
"""
# %%
def f(*_):
    _os.close(own_socket())
    return 3.5
