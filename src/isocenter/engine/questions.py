"""The questions that tests put to a student's code, and the answers, one at a time.

While student code answers, it may call functions of the test's: `Questions` answers those. Who
answers late, or unasked, is not asked again.
"""

import builtins
import contextlib
import itertools
import select
import signal
import sys
import warnings

# Without `signal`'s enums: making them takes five times as long as the call.
from _signal import pthread_sigmask
from collections.abc import Callable
from pathlib import Path
from typing import Any

from isocenter.engine import remote, twins
from isocenter.engine.arrays import array_kinds
from isocenter.engine.cells import GRACE
from isocenter.engine.kernel import Stream
from isocenter.engine.ledger import Codec
from isocenter.engine.libraries import from_library, is_harmless
from isocenter.engine.mirror import STUDENTS_STATE, Mirror
from isocenter.engine.outputs import checked_output
from isocenter.engine.plain import plain_kinds
from isocenter.engine.references import References
from isocenter.engine.transcript import sentence
from isocenter.engine.values import NotByValue
from isocenter.engine.volumes import Volumes
from isocenter.engine.wire import Channel, Closed, ProtocolError

ALARMS = (signal.SIGALRM, signal.SIGINT, signal.SIGPROF, signal.SIGVTALRM)
# Seconds that the messages of a call of a test's function take at most, on a busy machine.
MESSAGES_TAKE = 0.001


class StudentGone(BaseException):
    """The student's process ended, or broke the rules; no test can catch it by mistake."""


class Questions:
    """Asks a student's process.

    Parameters
    ----------
    channel : Channel
        To the student's process.
    interrupt : function
        Has the student's process interrupted.
    readable : tuple of Path
        Folders of the instructor's, whose images cross by path.
    scratch : Path
        The submission's folder, which both sides can write.

    Attributes
    ----------
    gone : str
        Why nobody answers any more, if so.
    raised : list of BaseException
        What student code has raised in this grade cell.
    is_hidden, is_grading : bool
        Of the grade cell that runs, if one does: whether students see what it shows.
    forget_name : function of a str
        Called with each name that student code has given another meaning; to be set.
    tell : function of a str, or None
        Called with each question and its answer, where somebody watches.
    references : References
    mirror : Mirror
    """

    def __init__(
        self,
        channel: Channel,
        interrupt: Callable[[], None],
        readable: tuple[Path, ...],
        scratch: Path,
    ) -> None:
        self._channel, self._interrupt_student = channel, interrupt
        self._count = itertools.count(1)
        self.references = References(self, self._count)
        volumes = Volumes(sent=(*readable, scratch), taken=readable)
        kinds = dict([*plain_kinds(), *array_kinds(), *volumes.kinds()])
        self._codec = self.references.codec = Codec(
            kinds,
            self.references.refer,
            self.references.resolve,
            1,
            is_harmless,
            twins.base_of_twin,
        )
        self.mirror = Mirror(takes=STUDENTS_STATE)
        self.raised: list[BaseException] = []
        self.is_hidden = self.is_grading = False
        self.tell: Callable[[str], None] | None = None
        self.forget_name: Callable[[str], object] = lambda name: None
        self.gone = ""

    def begin(self, *, is_hidden: bool) -> None:
        """Begin a grade cell."""
        self.is_hidden, self.is_grading = is_hidden, True
        self.raised.clear()

    def have_raised(self, error: BaseException | None) -> bool:
        """Whether an error is what student code has raised in this grade cell."""
        return any(error is one for one in self.raised)

    def end(self) -> None:
        """End a grade cell: neither side keeps what has crossed in it."""
        if not self.gone:
            self._codec.drop_all()  # as the other side does when it hears it
            with contextlib.suppress(Exception):  # student code may have broken its own side
                self.ask("end_of_cell")

    def forget(self) -> None:
        """Forget what crossed in the grade cell that has ended."""
        self._codec.drop_all()
        self.is_grading = False
        if self.is_hidden:  # what a hidden test gave is not for later tests, which may show it
            self.references.callbacks.clear()

    def ask(self, operation: str, *args: Any, **kwargs: Any) -> Any:
        """Put a question to the student's side and wait for the answer.

        Raises
        ------
        StudentGone
            There is nobody to answer any more, or what came was no answer.
        Refused
            Something in the question cannot cross.
        Exception
            What the student's code raised, where it is a type that both sides know.
        """
        __tracebackhide__ = True
        # An alarm of the test's may ring while it waits for the answer, not while it reads it.
        held = pthread_sigmask(signal.SIG_BLOCK, ALARMS)
        try:
            return self._ask(operation, args, kwargs)
        finally:
            pthread_sigmask(signal.SIG_SETMASK, held)

    def _ask(self, operation: str, args: tuple, kwargs: dict) -> Any:
        __tracebackhide__ = True
        try:
            tree, data, made = self._codec.pack((args, tuple(kwargs), tuple(kwargs.values())))
        except NotByValue as reason:
            raise remote.Refused(f"a test cannot hand this to a student's code: {reason}") from None
        try:
            verdict, parts, packed, buffers = self.exchange(operation, [], tree, data)
            result, shown, warned = self._take(operation, parts, packed, buffers, made)
        finally:
            self._codec.drop(made)
        self._repeat(shown, warned)
        if self.tell is not None:
            self.tell(sentence(operation, args, kwargs, verdict, result))
        if verdict == "raised":
            if isinstance(result, StopIteration | StopAsyncIteration) and operation != "next":
                # As in a generator: else it would end a loop of the test's, and with it the test.
                result = RuntimeError(f"the answer raised {type(result).__name__}")
            if isinstance(result, BaseException):
                self.raised.append(result)
                raise result
            raise self.close("it raised what is no exception")
        return result

    def _take(
        self, operation: str, parts: list, packed: Any, buffers: list, made: list[int] = ()
    ) -> tuple[Any, list, list]:
        """Take what came with an answer: its value, what was shown, and the warnings.

        `made` are the entries of the question, which both sides forget before they keep new ones.
        """
        try:
            result, new = self._codec.unpack(packed, buffers)
            self._codec.drop(made)
            if operation != "get":
                self._codec.settle(new)
            outputs, warned, changed = parts
            for name in changed:
                self.forget_name(name)
            warned = [(str(text), self._category(category)) for text, category, *_ in warned]
            return result, [checked_output(output) for output in outputs], warned
        except (ProtocolError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise self.close(f"its answer could not be read: {error}") from None

    def exchange(self, operation: str, parts: list, tree: Any, data: list) -> tuple:
        """Send a question and return verdict, parts, packed value and buffers of its answer."""
        if self.gone:
            raise StudentGone(self.gone)
        number = next(self._count)
        if not self._channel.is_quiet():
            raise self.close("it answered a question that nobody had asked")
        try:
            self._send(number, operation, parts, tree, data)
            return self._answer(number)
        except (Closed, ProtocolError) as error:
            raise self.close(str(error)) from None
        except StudentGone:
            raise
        except BaseException:  # the test's own alarm, or the cell's time is over
            self._interrupt(number, operation)
            raise

    def _send(self, number: int, operation: str, parts: list, tree: Any, data: list) -> None:
        gone = self.references.let_go()
        self._channel.send([number, operation, parts, tree, self.mirror.changes(), gone], data)

    def _answer(self, number: int) -> tuple:
        """Wait for the answer to a question; in between, student code may call the test's.

        That takes the tests' time, not the student's: a test's alarm rings as much later. It does
        not count the messages either, nor what a quick function takes, but for these at most
        doubles the time that it had left, lest calls without end go on for ever.
        """
        left, interval = signal.getitimer(signal.ITIMER_REAL)
        spare = left
        while True:
            try:
                pthread_sigmask(signal.SIG_UNBLOCK, ALARMS)
                select.select([self._channel], [], [])
            finally:
                pthread_sigmask(signal.SIG_BLOCK, ALARMS)
            message, buffers = self._channel.receive()
            try:
                came, verdict, parts, packed, state = message
                self.mirror.apply(state)
            except (ValueError, TypeError, AttributeError, KeyError):
                raise ProtocolError("that is no answer") from None
            if came != number:
                raise ProtocolError("it answered another question than the one that was asked")
            if verdict != "callback":
                return verdict, parts, packed, buffers
            called, _ = signal.getitimer(signal.ITIMER_REAL)
            self._call_back(number, parts, packed, buffers)
            now, _ = signal.getitimer(signal.ITIMER_REAL)
            if 0 < now <= called:  # the function has set no other
                messages, own = min(max(left - called, 0), MESSAGES_TAKE), called - now
                if own < MESSAGES_TAKE:
                    messages, own = messages + own, 0
                later = min(messages, spare)
                left, spare = now + own + later, spare - later
                signal.setitimer(signal.ITIMER_REAL, left, interval)
            else:
                left = spare = now

    def _call_back(self, number: int, parts: list, packed: Any, buffers: list) -> None:
        """Call a function of the test's for student code."""
        value, made = self._codec.unpack(packed, buffers)
        try:
            (args, names, named), (number_of_function,) = value, parts
            function = self.references.callbacks.get(number_of_function)
            keywords = dict(zip(names, named, strict=True))
        except (ValueError, TypeError):
            raise ProtocolError("that is no call of a test's function") from None
        try:
            if function is None or not self.is_grading:
                raise RuntimeError("the test that gave this function is over")
            try:
                pthread_sigmask(signal.SIG_UNBLOCK, ALARMS)
                result = function(*args, **keywords)
            finally:
                pthread_sigmask(signal.SIG_BLOCK, ALARMS)
            verdict = "ok"
        except Exception as error:
            result, verdict = error, "raised"
        try:
            tree, data, new = self._codec.pack(result)
        except NotByValue as reason:
            verdict = "raised"
            tree, data, new = self._codec.pack(TypeError(f"it cannot be handed over: {reason}"))
        self._send(number, verdict, [], tree, data)
        self._codec.drop(made + new)

    def _interrupt(self, number: int, operation: str) -> None:
        """Stop what student code is doing for this question, and wait until it has stopped."""
        self._interrupt_student()
        self._channel.settimeout(GRACE)
        try:
            verdict, *answer = self._last_answer(number)
            if operation == "cell":
                return
            result, *_ = self._take(operation, *answer)  # the ledgers of both sides stay alike
            if not (verdict == "raised" and type(result) is KeyboardInterrupt):
                # It had just ended: the interrupt is on its way, and would hit the next call.
                number = next(self._count)
                tree, data, made = self._codec.pack(((), (), ()))
                self._send(number, "await_interrupt", [], tree, data)
                self._take("await_interrupt", *self._last_answer(number)[1:], made)
        except (ProtocolError, ValueError, TypeError):
            raise self.close("a call could not be interrupted") from None
        finally:
            self._channel.settimeout(None)

    def _last_answer(self, number: int) -> tuple:
        """Return the answer to a question; whatever student code asks until then is refused."""
        while True:
            (came, verdict, parts, packed, _), buffers = self._channel.receive()
            if came == number and verdict != "callback":
                return verdict, parts, packed, buffers
            _, made = self._codec.unpack(packed, buffers)
            tree, data, new = self._codec.pack(KeyboardInterrupt())
            self._send(number, "raised", [], tree, data)
            self._codec.drop(made + new)

    def close(self, reason: str) -> StudentGone:
        """Close the channel for good, and return what to raise."""
        self.gone = self.gone or reason
        self._channel.close()
        return StudentGone(self.gone)

    def _repeat(self, outputs: list, warned: list) -> None:
        """Print what a call printed and warn as it warned, where the test may be listening."""
        listens = not isinstance(sys.stdout, Stream)
        for output in outputs:
            if output["output_type"] == "stream":
                stream = getattr(sys, output["name"])
                if not (self.is_hidden and isinstance(stream, Stream)):
                    stream.write(output["text"])
            elif not self.is_hidden and not listens:
                builtins.display(output["data"], metadata=output["metadata"], raw=True)
        for text, kind in warned:
            if not self.is_hidden or not isinstance(sys.stderr, Stream):
                warnings.warn_explicit(text, kind, "<answer>", 1)

    def _category(self, name: Any) -> type[Warning]:
        kind = from_library(*name)
        if not (isinstance(kind, type) and issubclass(kind, Warning)):
            raise ProtocolError("that is no kind of warning")
        return kind
