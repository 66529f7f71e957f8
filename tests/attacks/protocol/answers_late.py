"""A thread of its own answers a question after the next one was asked.

uses: liar
exam: calls equals truth
"""
# %%
import threading

def make(message, buffers):
    threading.Timer(0.05, lambda: _send(channel, message, buffers)).start()
    return None

def keep(self, *message):
    global channel
    channel = self
    return kept(self, *message)

lie(make)
kept, _Channel.send = _Channel.send, keep
