"""Run a test cell's function: quietly, in a clean state, and not for ever."""

import contextlib
import io
import signal
import sys
import textwrap
import threading
import warnings

from isocenter.checks.inputs import generator

SECONDS = 10


class WrongAnswer(AssertionError):
    """What `run` raises; a notebook shows its text alone, without the lines of the test."""

    def _render_traceback_(self) -> list[str]:  # IPython asks for it
        return textwrap.wrap(str(self), 76, break_on_hyphens=False)


class _TimeUp(BaseException):
    """A test took too long; not an Exception, so that an answer does not catch it by mistake."""


class Failed(AssertionError):
    """A student's answer is wrong; the text is all that they are told."""


def run(test):
    """Run a test cell's function at once, quietly, and report a failure in one line.

    Used as a decorator. The function gets a random generator that depends on the cohort and on
    the function's name. While it runs, printed text and warnings are dropped, and matplotlib has
    its default settings; figures that were drawn are closed afterwards. A test that takes longer
    than 10 seconds is stopped, where the system has alarms: an endless loop is told as such.

    Parameters
    ----------
    test : function of one numpy.random.Generator

    Raises
    ------
    WrongAnswer
        An AssertionError whose text says what is wrong, without the wanted value.
    """
    problem = None
    with _quiet():
        try:
            with _alarm():
                test(generator(test.__name__))
        except _TimeUp:
            problem = (
                f"it took longer than {SECONDS} seconds. Hint: is there a loop that never ends?"
            )
        except Failed as failure:
            problem = str(failure)
        except NameError as error:
            # Only a name that the test itself asks for; one inside the answer is caught by `call`.
            if error.name is None:
                raise
            problem = f"{error.name} is not defined: its cell is missing, or stopped with an error"
    if problem:
        raise WrongAnswer(problem) from None


@contextlib.contextmanager
def _alarm():
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def ring(*_):
        raise _TimeUp

    handler = signal.signal(signal.SIGALRM, ring)
    left, _ = signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, left)


@contextlib.contextmanager
def _quiet():
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
        stack.enter_context(contextlib.redirect_stderr(io.StringIO()))
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        if "matplotlib.pyplot" in sys.modules:
            import matplotlib.pyplot as plt

            stack.enter_context(_default_settings())
            stack.callback(plt.close, "all")
        yield


@contextlib.contextmanager
def _default_settings():
    """Give matplotlib its default settings, the backend aside, and those it had back afterwards."""
    import matplotlib

    # `rc_context` and `rcdefaults` check every value anew, which takes longer than most tests;
    # the methods of `dict` do not.
    settings, aside = matplotlib.rcParams, ("backend", "interactive")
    kept, defaults = dict.copy(settings), dict.copy(matplotlib.rcParamsDefault)
    dict.update(settings, {name: value for name, value in defaults.items() if name not in aside})
    try:
        yield
    finally:
        del kept["backend"]
        dict.update(settings, kept)
