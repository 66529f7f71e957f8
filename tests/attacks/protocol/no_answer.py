"""Never answers.

uses: liar
slow: for an answer that does not come
exam: equals
"""
# %%
lie(lambda message, buffers: None)
