"""Answers each question twice.

uses: liar
exam: calls equals truth
"""
# %%
def make(message, buffers):
    _send(channel, message, buffers)
    return message, buffers

def keep(self, *message):
    global channel
    channel = self
    return kept(self, *message)

lie(make)
kept, _Channel.send = _Channel.send, keep
