"""Lowering a process's rights to a level, step by step; and which levels a machine has."""

import enum
import os
import select
from collections.abc import Collection

from . import landlock, namespaces, process, seccomp
from .kernel import RightsError
from .limits import Limits
from .places import Places


class Level(enum.IntEnum):
    """How far a process's rights are lowered; each level includes those before.

    `BASIC`: limits, no new privileges, no descriptors, no capabilities, a uid if there is one.
    `LANDLOCK`: reads Python, the system's programs and what it is given; writes its scratch folder.
    `SECCOMP`: no sockets, namespaces, tracing, keys, or other calls that no notebook needs.
    `STRICT`: processes, mounts, shared memory, network and host name of its own.
    """

    BASIC = 1
    LANDLOCK = 2
    SECCOMP = 3
    STRICT = 4


def fork(level: Level) -> int:
    """Fork a child that will `enter` a level; returns 0 in it, else its pid.

    Any fork will do. This one spares root a second one at `Level.STRICT`: the child is PID 1 of its
    namespace from the start, and nothing waits for it but the caller, which must have one thread.

    Raises
    ------
    RightsError
        Where root may not make namespaces. If it is raised after the fork, the caller should end:
        it would fork into the child's namespace from then on.
    """
    return namespaces.fork() if level >= Level.STRICT and os.getuid() == 0 else os.fork()


def enter(
    level: Level,
    limits: Limits,
    places: Places,
    uid: int | None = None,
    descriptors: Collection[int] = (),
) -> None:
    """Lower this process's rights for good, for it and all that it starts.

    For a child that was just forked, before a line of student code. At `Level.STRICT`, after a fork
    other than `fork` or as an ordinary user, another process returns than the one that called: PID
    1 of its own namespace. The one that called waits for it, passes SIGINT on, ends with the same
    status, and dies with its parent.

    Parameters
    ----------
    level : Level
    limits : Limits
    places : Places
        The working folder becomes `scratch/work`.
    uid : int or None
        Who the process becomes, with the group of the same number. Only root can; no two
        submissions that run at the same time may share one. None: it stays who it is.
    descriptors : collection of int
        Descriptors that stay open, besides 0, 1 and 2.

    Raises
    ------
    RightsError
        Where the level is not reached, naming the step. The process's rights may be lowered in
        part by then: it should end.
    """
    if len(os.listdir("/proc/self/task")) > 1:
        raise RightsError("threads: rights are lowered one thread at a time, and there are more")
    root = os.getuid() == 0
    if uid is not None and not root:
        raise RightsError(f"uid {uid}: only root can take another uid")
    strict = level >= Level.STRICT
    kept = {0, 1, 2, *descriptors}
    process.close_descriptors(kept)
    os.umask(0o077)
    os.setsid()
    process.unshield()
    process.raise_oom_score()
    if uid is not None:
        process.give(places.scratch, uid)
    own_proc = False
    lifeline = namespaces.separate() if strict else None
    parent = os.getppid()
    closed = [] if uid is None else process.closed_folders(places.all())
    if strict:
        namespaces.cover([*namespaces.TEMPORARY, *closed], places.all())
        namespaces.mount_shared_memory(limits.shared_memory)
        namespaces.mount_terminals()
        own_proc = namespaces.mount_proc()
        namespaces.make_read_only([places.scratch.resolve(), namespaces.SHARED_MEMORY.resolve()])
    elif closed:
        namespaces.own_mounts()
        namespaces.cover(closed, places.all())
    own_uid = uid is not None or (strict and not root)
    limits.apply(own_uid)
    process.no_new_privileges()
    if uid is not None:
        process.change_user(uid)
    process.leave_keyring()
    process.drop_capabilities()
    process.unshield()
    process.die_with_parent()
    _end_if_orphaned(parent, lifeline)
    os.chdir(places.scratch / "work")
    if level >= Level.LANDLOCK:
        landlock.restrict(places.rules(own_proc, strict))
    if level >= Level.SECCOMP:
        seccomp.restrict(own_uid or strict, strict or landlock.version() >= 3)


def _end_if_orphaned(parent: int, lifeline: int | None) -> None:
    """End where the parent ended before it could take this process with it."""
    gone = os.getppid() != parent
    if lifeline is not None:
        gone = bool(select.select([lifeline], [], [], 0)[0])
        os.close(lifeline)
    if gone:
        os._exit(1)
