"""Leaves a test by the exceptions that shells and loops catch: BdbQuit, SystemExit and others.

exam: calls constant attribute context
"""
# %%
import asyncio
import bdb
import unittest

kinds = [bdb.BdbQuit, SystemExit, GeneratorExit, KeyboardInterrupt, asyncio.CancelledError,
         StopAsyncIteration, unittest.SkipTest]


def f(*_):
    raise kinds.pop(0)

class Thing:
    area = f

thing, manage = Thing(), f
