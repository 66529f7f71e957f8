"""The trusted side of the boundary: runs the grade cells against the student's state.

It is forked fresh for each submission from a process that has imported the stack and nothing else,
has limits of its own, and sees of the student what crosses as `values` and `remote` say.
"""

import builtins
import contextlib
import itertools
import json
import select
import signal
import sys
import types
import warnings
import weakref

# Without `signal`'s enums: making them takes five times as long as the call.
from _signal import pthread_sigmask
from collections.abc import Callable
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

from isocenter.engine import remote, twins
from isocenter.engine.arrays import array_kinds
from isocenter.engine.cells import GRACE
from isocenter.engine.kernel import Stream
from isocenter.engine.ledger import NONE, Codec
from isocenter.engine.libraries import from_library, is_harmless
from isocenter.engine.mirror import STUDENTS_STATE, Mirror
from isocenter.engine.names import Names
from isocenter.engine.outputs import checked_data, checked_output
from isocenter.engine.patches import patch_pyplot, watch_seeds
from isocenter.engine.plain import plain_kinds
from isocenter.engine.shell import LARGEST, NOTHING, CellRun, Shell
from isocenter.engine.transcript import sentence
from isocenter.engine.trusted import (
    defined,
    known_types,
    literals,
    own_part,
    partial_credit,
    placed,
)
from isocenter.engine.values import NotByValue, Reader, Writer
from isocenter.engine.volumes import Volumes
from isocenter.engine.wire import Channel, Closed, ProtocolError

ALARMS = (signal.SIGALRM, signal.SIGINT, signal.SIGPROF, signal.SIGVTALRM)
AS_JSON = 12  # bytes that a character takes at most
# Seconds that the messages of a call of a test's function take at most, on a busy machine.
MESSAGES_TAKE = 0.001


class StudentGone(BaseException):
    """The student's process ended, or broke the rules; no test can catch it by mistake."""


class Examiner:
    """Runs one submission's cells, in order, the student's in the student's process.

    Parameters
    ----------
    job : Channel
        To whoever grades: takes what happens, one message each.
    student : Channel
    readable : tuple of Path
        Folders of the instructor's, whose images cross by path.
    scratch : Path
        The submission's folder, which both sides can write.
    names : Names
        Of the shell in which the grade cells run.
    """

    def __init__(
        self,
        job: Channel,
        student: Channel,
        readable: tuple[Path, ...],
        scratch: Path,
        names: Names,
    ) -> None:
        self._job, self._channel = job, student
        volumes = Volumes(sent=(*readable, scratch), taken=readable)
        kinds = dict([*plain_kinds(), *array_kinds(), *volumes.kinds()])
        self._codec = Codec(kinds, self._refer, self._resolve, 1, is_harmless, twins.base_of_twin)
        self._mirror = Mirror(takes=STUDENTS_STATE)
        self._count = itertools.count(1)
        self._stand_ins: weakref.WeakValueDictionary[int, remote.Remote] = (
            weakref.WeakValueDictionary()
        )
        self._let_go: list[int] = []  # numbers of stand-ins that are gone
        self._errors: dict[int, type] = {}  # twins of the student's
        self._own_errors: dict[int, type] = {}  # the tests'
        self._callbacks: dict[int, Callable] = {}
        self._callback_of: dict[int, int] = {}
        self._functions: dict[int, Callable] = {}  # also those that may not be called any more
        self.raised: list[BaseException] = []  # by student code, in this grade cell
        self._words: frozenset[str] = frozenset()
        self._hidden = self._is_watched = self._is_stopped = self._is_grading = False
        self.gone = ""
        names.ask = self.ask
        self._names = names

    async def run(self, shell: Shell) -> None:
        """Run the cells of one notebook and tell the job's side what comes of each.

        What is told: ``["begun", n]`` before cell n; ``["asked", sentence]`` for each question of
        the last cell where somebody watches; ``["done", n, outputs, updates, count, error, value,
        stopped]``; ``["gone", reason]`` instead of the rest where the student's process is;
        ``["rebound", names]`` at the end.
        """
        (cells, watched, students), _ = self._job.receive()
        self._names.theirs = frozenset(students)
        self._words = defined([source for source, *_ in cells])
        patch_pyplot(self)
        watch_seeds(self._mirror)
        shell.ip.db = {}  # IPython's own lies in a folder that student code can write, as pickles
        # A later cell may change what an earlier one displays; each shell counts its own cells.
        theirs, own = [], []
        for place, (source, side, hidden) in enumerate(cells):
            self._job.send(["begun", place])
            self._is_watched = watched and place == len(cells) - 1
            if not source.strip():
                self._job.send(["done", place, [], [], None, None, None, False])
                continue
            run = None
            if side != "examiner":
                self._names.let_go()
                theirs.append(place)
                with contextlib.suppress(StudentGone):
                    run = self.run_student_cell(source, is_locked=side == "both")
                    run = replace(run, updates=placed(run.updates, theirs))
            if side != "student":
                own.append(place)
                here = await self.run_grade_cell(
                    shell,
                    source if side == "examiner" else own_part(shell, source, students),
                    hidden,
                )
                run = run or replace(here, updates=placed(map(astuple, here.updates), own))
            if self.gone:
                self._job.send(["gone", self.gone])
                return
            value = partial_credit(run) if side == "examiner" else None
            stopped = side == "examiner" and self._is_stopped
            told = [run.outputs, run.updates, run.execution_count, run.error, value, stopped]
            self._job.send(["done", place, *told])
        self._job.send(["rebound", self._rebound(shell)])

    def _rebound(self, shell: Shell) -> list[str]:
        """Return the names that the hand-in gave another meaning than the assignment did."""
        modules = {
            name: thing.__name__
            for name, thing in shell.user_ns.items()
            if isinstance(thing, types.ModuleType) and not name.startswith("_")
        }
        try:
            return sorted(name for name in self.ask("rebound", modules) if type(name) is str)
        except (StudentGone, Exception):  # a note is not worth the run
            return []

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
            verdict, parts, packed, buffers = self._exchange(operation, [], tree, data)
            result, shown, warned = self._take(operation, parts, packed, buffers, made)
        finally:
            self._codec.drop(made)
        self._repeat(shown, warned)
        if self._is_watched:
            self._job.send(["asked", sentence(operation, args, kwargs, verdict, result)])
        if verdict == "raised":
            if isinstance(result, StopIteration | StopAsyncIteration) and operation != "next":
                # As in a generator: else it would end a loop of the test's, and with it the test.
                result = RuntimeError(f"the answer raised {type(result).__name__}")
            if isinstance(result, BaseException):
                self.raised.append(result)
                raise result
            raise self._end("it raised what is no exception")
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
                self._names.known.pop(name, None)
            warned = [(str(text), self._category(category)) for text, category, *_ in warned]
            return result, [checked_output(output) for output in outputs], warned
        except (ProtocolError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise self._end(f"its answer could not be read: {error}") from None

    def run_student_cell(self, source: str, is_locked: bool = False) -> CellRun:
        """Run a cell in the student's process."""
        _, told, _, _ = self._exchange("cell", [source, is_locked], NONE, [])
        try:
            outputs, updates, count, error = told
            checked = [checked_output(output) for output in outputs]
            changed = [
                [int(cell), int(place), *checked_data(data, metadata)]
                for cell, place, data, metadata in updates
            ]
            error = None if error is None else tuple(map(str, error))
            if len(json.dumps([checked, changed])) > AS_JSON * LARGEST:
                raise ValueError("it is too much")
            return CellRun(checked, int(count), error, NOTHING, changed)
        except (
            *(ValueError, TypeError, KeyError, AttributeError),
            *(MemoryError, OverflowError, RecursionError),
        ) as reason:
            raise self._end(f"what a cell showed could not be read: {reason}") from None

    async def run_grade_cell(self, shell: Shell, source: str, hidden: bool) -> CellRun:
        """Run a cell in this process; in a hidden one, what student code says is kept out."""
        self._hidden, self._is_grading = hidden, True
        # Of a hidden test's error its own words are kept, so the lines around it need no search.
        shell.ip.InteractiveTB.set_mode("Minimal" if hidden else "Context")
        self.raised.clear()
        self._names.begin()
        try:
            run = await shell.run_cell(source)
            if not self.gone:
                self._codec.drop_all()  # as the other side does when it hears it
                with contextlib.suppress(Exception):  # student code may have broken its own side
                    self.ask("end_of_cell")
        except StudentGone:
            run = CellRun([], 0, ("StudentGone", self.gone), NOTHING, ())
        self._names.known.clear()
        self._codec.drop_all()
        self._is_grading = False
        if hidden:  # what a hidden test gave is not for later tests, which may show it
            self._callbacks.clear()
        result = shell.ip.last_execution_result
        error = getattr(result, "error_in_exec", None)
        own = any(error is one for one in self.raised)
        between = getattr(result, "error_before_exec", None)  # between two statements, too
        self._is_stopped = isinstance(error or between, KeyboardInterrupt) and not own
        if hidden and partial_credit(run) is None:
            # A value that is no number of points may be what the answer said.
            kept = [one for one in run.outputs if one["output_type"] != "execute_result"]
            run.outputs[:] = kept
        if hidden and run.error:
            self._keep_to_own_words(run, source, error)
        return run

    def _keep_to_own_words(self, run: CellRun, source: str, error: BaseException | None) -> None:
        """Leave of a hidden test's error what the test itself says.

        That is a sentence of `isocenter.checks`, or the text of an assertion that stands in the
        cell as it is. All else may hold what the answer said: a value, a message, a class's name.
        """
        said = run.error[1]
        if error is None:
            error = Exception()
        if type(error).__module__ == "isocenter.checks.running":
            return
        own = type(error) is AssertionError and not any(error is one for one in self.raised)
        said = said if own and said in literals(source) else ""
        kind = next((k for k in type(error).__mro__ if k not in self._errors.values()), Exception)
        # What the formatter of tracebacks says where it fails itself stands on stderr.
        run.outputs[:] = [one for one in run.outputs if one.get("name") != "stderr"]
        for output in run.outputs:
            if output["output_type"] == "error":
                line = f"{kind.__name__}: {said}" if said else kind.__name__
                output.update(ename=kind.__name__, evalue=said, traceback=[line])

    def _exchange(self, operation: str, parts: list, tree: Any, data: list) -> tuple:
        """Send a question and return verdict, parts, packed value and buffers of its answer."""
        if self.gone:
            raise StudentGone(self.gone)
        number = next(self._count)
        if not self._channel.is_quiet():
            raise self._end("it answered a question that nobody had asked")
        try:
            self._send(number, operation, parts, tree, data)
            return self._answer(number)
        except (Closed, ProtocolError) as error:
            raise self._end(str(error)) from None
        except StudentGone:
            raise
        except BaseException:  # the test's own alarm, or the cell's time is over
            self._interrupt(number, operation)
            raise

    def _send(self, number: int, operation: str, parts: list, tree: Any, data: list) -> None:
        waiting, self._let_go = self._let_go, []
        gone = [each for each in waiting if each not in self._stand_ins]
        changes = self._mirror.changes()
        self._channel.send([number, operation, parts, tree, changes, gone], data)

    def _answer(self, number: int) -> tuple:
        """Wait for the answer to a question; in between, student code may call the test's.

        That takes the tests' time, not the student's: a test's alarm rings as much later. It does
        not count the messages either, but at most doubles the time that it had left, lest calls
        without end go on for ever.
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
                self._mirror.apply(state)
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
                later = min(max(left - called, 0), MESSAGES_TAKE, spare)
                left, spare = called + later, spare - later
                signal.setitimer(signal.ITIMER_REAL, left, interval)
            else:
                left = spare = now

    def _call_back(self, number: int, parts: list, packed: Any, buffers: list) -> None:
        """Call a function of the test's for student code."""
        value, made = self._codec.unpack(packed, buffers)
        try:
            (args, names, named), (number_of_function,) = value, parts
            function = self._callbacks.get(number_of_function)
            keywords = dict(zip(names, named, strict=True))
        except (ValueError, TypeError):
            raise ProtocolError("that is no call of a test's function") from None
        try:
            if function is None or not self._is_grading:
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
        self._job.send(["interrupt"])
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
            raise self._end("a call could not be interrupted") from None
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

    def _end(self, reason: str) -> StudentGone:
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
                if not (self._hidden and isinstance(stream, Stream)):
                    stream.write(output["text"])
            elif not self._hidden and not listens:
                builtins.display(output["data"], metadata=output["metadata"], raw=True)
        for text, kind in warned:
            if not self._hidden or not isinstance(sys.stderr, Stream):
                warnings.warn_explicit(text, kind, "<answer>", 1)

    def _category(self, name: Any) -> type[Warning]:
        kind = from_library(*name)
        if not (isinstance(kind, type) and issubclass(kind, Warning)):
            raise ProtocolError("that is no kind of warning")
        return kind

    def _refer(self, thing: Any, writer: Writer) -> list:
        """Return the node of a stand-in, or of a function of the test's."""
        own = thing if isinstance(thing, remote.Remote) else remote.stand_in_of(thing)
        if own is not None:
            return ["h", remote.number_of(own)]
        if (node := self._codec.by_name(thing, writer)) is not None:
            return node
        for number, kind in self._errors.items():
            if thing is kind:
                return ["X", number]
        if isinstance(thing, type) and issubclass(thing, BaseException):
            return self._own_error(thing, writer)
        if not callable(thing) or isinstance(thing, type):
            raise NotByValue(f"an object of type {type(thing).__name__}")
        number = self._callback_of.get(id(thing))
        if number is None:
            number = next(self._count)  # never again: student code may keep an old one
            self._callback_of[id(thing)], self._functions[number] = number, thing
        self._callbacks[number] = thing
        return ["cb", number, getattr(thing, "__name__", "function")]

    def _resolve(self, node: list, reader: Reader) -> Any:
        """Return the stand-in that a node describes, or the test's own function come back."""
        tag, number = node[0], node[1]
        if tag == "cb":
            return self._functions[number]
        if tag == "X":
            return self._error_type(*node[1:], reader)
        if tag == "T":
            return self._own_errors[number]
        if tag != "h":
            raise ProtocolError("that is no node")
        found = self._stand_ins.get(number)
        if found is None:
            # A name that was made up while a hidden test ran may say what that test gave.
            told = [*node]
            if node[3] not in self._words and node[3] not in known_types():
                told[3] = "object"
            if node[5] not in self._words:
                told[5] = None
            found = self._stand_ins[number] = remote.stand_in(self, told)
            weakref.finalize(found, self._forget, number).atexit = False
        return found

    def _forget(self, number: int) -> None:
        """Note that the tests hold an object no longer; the student's side hears it next time."""
        self._let_go.append(number)

    def _own_error(self, kind: type, writer: Writer) -> list:
        """Return the node of an exception class that a test defined; the student gets a twin."""
        known = (number for number, one in self._own_errors.items() if one is kind)
        if (number := next(known, None)) is None:
            number = next(self._count)
            self._own_errors[number] = kind
        bases = [base for base in kind.__bases__ if issubclass(base, BaseException)]
        return ["T", number, kind.__name__, [writer.node(base) for base in bases]]

    def _error_type(self, number: int, name: str, bases: list, reader: Reader) -> type:
        """Return this side's twin of an exception class that the student defined."""
        if number not in self._errors:
            parents = tuple(reader.value(base) for base in bases)
            if not all(isinstance(one, type) and issubclass(one, BaseException) for one in parents):
                raise ProtocolError("that is no exception")
            self._errors[number] = types.new_class(str(name), parents or (Exception,))
        return self._errors[number]
