"""Says that an object is a figure of matplotlib's, and answers for it.

uses: liar
"""
# %%
class Evil:
    def __eq__(self, other): return True
    def __bool__(self): return True
    def __getattr__(self, name): return lambda *_, **__: Evil()


def make(message, buffers):
    node = message[3][0]
    if isinstance(node, list) and node[0] == "h":
        node[2:] = ["object", "Figure", ["matplotlib.figure", "Figure"], None]
    return message, buffers

answer = Evil()
lie(make)
# %% test
import matplotlib.pyplot as plt
assert isinstance(answer, plt.Figure) and answer.get_label() == "a figure of 4242.25"
# %% test
assert answer.get_axes()[0].get_title() == MARKER
# %% test
assert plt.gca().get_title() == "a figure of 4242.25"
# %% test
assert answer == plt.gcf() and answer.get_figwidth() - 4242.25 == 0
