"""seccomp: which system calls a process, and all that it starts, may make.

What is named here is refused, and so is every call that is newer than this table. All else goes
on: numerical libraries, subprocesses and threads need some two hundred calls, which no list of
allowed ones would hold for long.
"""

import ctypes
import errno
import os

from . import kernel

REFUSED = (
    # namespaces, mounts, roots
    *("unshare", "setns", "mount", "umount2", "pivot_root", "chroot"),
    # other processes' memory and descriptors
    *("ptrace", "process_vm_readv", "process_vm_writev", "kcmp", "move_pages", "migrate_pages"),
    # keys, which are a place to leave things
    *("keyctl", "add_key", "request_key"),
    # large and often broken parts of the kernel that no notebook needs
    *("bpf", "perf_event_open", "userfaultfd", "io_setup", "vmsplice", "fanotify_init"),
    *("modify_ldt", "uselib", "ustat", "_sysctl", "nfsservctl", "lookup_dcookie", "personality"),
    # files by handle: no path, so no rule
    *("open_by_handle_at", "name_to_handle_at"),
    # memory that no process is charged for: System V, anonymous files, message queues
    *("shmget", "shmat", "shmctl", "shmdt", "semget", "semop", "semctl"),
    *("msgget", "msgsnd", "msgrcv", "msgctl", "mq_open"),
    # the machine itself
    *("kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module"),
    *("swapon", "swapoff", "reboot", "quotactl", "acct", "syslog", "vhangup", "iopl", "ioperm"),
    *("sethostname", "setdomainname"),
    *("settimeofday", "clock_settime", "clock_adjtime", "adjtimex"),
)
# The one way to a socket is socketpair, which has nobody else at its other end.
NO_NETWORK = ("socket", "connect", "bind", "listen", "accept", "accept4")
# glibc asks for these first, and has another way where the kernel does not know them.
UNKNOWN = ("clone3", "memfd_create")
FIRST_OF_THE_NEW = 424
ALLOWED_OF_THE_NEW = (
    *("pidfd_send_signal", "pidfd_open", "close_range", "faccessat2", "epoll_pwait2"),
    *("landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self"),
    *("futex_waitv", "futex_wake", "futex_wait", "futex_requeue", "fchmodat2"),
)
# Landlock does not cover these. Where the files of others belong to the same user, they do as if:
# shutil.copy must go on, the gradebook's mode must stay. (A file's time they can set.)
PRETENDED = ("chmod", "fchmod", "fchmodat", "fchmodat2")
REFUSED_AMONG_ONES_OWN = (
    *("chown", "lchown", "fchown", "fchownat"),
    *("setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr"),
)

_NEW_NAMESPACES = 0x7E020000
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C
_SET_PDEATHSIG, _SET_DUMPABLE, _SET_SECCOMP = 1, 4, 22
_UNIX, _STREAM, _SEQPACKET = 1, 1, 5
_EVERYBODY = 0xFFFFFFFF

_LOAD, _AND, _RETURN = 0x20, 0x54, 0x06
_EQUAL, _AT_LEAST, _ANY_BIT = 0x15, 0x35, 0x45
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _ARCH, _ARGUMENTS = 0, 4, 16
_ARCHES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32 = 0x40000000

Instruction = tuple[int, int, int, int]


class _Filter(ctypes.Structure):
    _fields_ = [
        ("code", ctypes.c_uint16),
        ("jt", ctypes.c_uint8),
        ("jf", ctypes.c_uint8),
        ("k", ctypes.c_uint32),
    ]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_uint16), ("filters", ctypes.POINTER(_Filter))]


def restrict(own_uid: bool, truncation_covered: bool = True) -> None:
    """Refuse the calls of this table to this process, for good.

    Parameters
    ----------
    own_uid : bool
        Whether files outside the scratch folder are safe from chmod and its like.
    truncation_covered : bool
        Whether Landlock sees to it that a file that may be read cannot be emptied.
    """
    program = assemble(own_uid, truncation_covered)
    filters = (_Filter * len(program))(*program)
    kernel.call("seccomp", "prctl", _SET_SECCOMP, 2, _Program(len(program), filters), 0, 0)


def assemble(own_uid: bool, truncation_covered: bool) -> list[Instruction]:
    """Return the filter as instructions (code, jump if true, jump if false, operand)."""
    program = [
        (_LOAD, 0, 0, _ARCH),
        (_EQUAL, 1, 0, _ARCHES[kernel.machine()]),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, _KILL),
    ]
    answers = dict.fromkeys(REFUSED, errno.EPERM)
    answers |= dict.fromkeys(NO_NETWORK, errno.EACCES) | dict.fromkeys(UNKNOWN, errno.ENOSYS)
    if not own_uid:
        answers |= dict.fromkeys(PRETENDED, 0)
        answers |= dict.fromkeys(REFUSED_AMONG_ONES_OWN, errno.EPERM)
    checks = {
        "clone": [*_argument(0), (_ANY_BIT, 0, 1, _NEW_NAMESPACES), _answer(errno.EPERM)],
        # Typing into a terminal that the grader may have been started from.
        "ioctl": [
            *_argument(1),
            *_equal(_TIOCSTI, _answer(errno.EPERM)),
            *_equal(_TIOCLINUX, _answer(errno.EPERM)),
        ],
        "kill": [*_argument(0), *_equal(_EVERYBODY, _answer(errno.EPERM))],
        # To outlive the parent, and to hide from who counts memory.
        "prctl": [
            *_argument(0),
            *_equal(_SET_PDEATHSIG, _answer(errno.EPERM)),
            *_equal(_SET_DUMPABLE, _answer(errno.EPERM)),
        ],
        # The limits of others who have the same uid.
        "prlimit64": [*_argument(0), *_equal(0, _ALLOWED), _answer(errno.EPERM)],
        # A datagram pair can still be sent to any socket that has a path.
        "socketpair": [
            *_argument(0),
            (_EQUAL, 1, 0, _UNIX),
            _answer(errno.EACCES),
            *_argument(1),
            (_AND, 0, 0, 0xF),
            *_equal(_STREAM, _ALLOWED),
            *_equal(_SEQPACKET, _ALLOWED),
            _answer(errno.EACCES),
        ],
    }
    if not truncation_covered:
        answers["truncate"] = errno.EPERM
        for name, position in (("open", 1), ("openat", 2)):
            checks[name] = [
                *_argument(position),
                (_AND, 0, 0, os.O_ACCMODE | os.O_TRUNC),
                *_equal(os.O_RDONLY | os.O_TRUNC, _answer(errno.EPERM)),
            ]
    for name, answer in answers.items():
        if (number := kernel.number(name)) is not None:
            program += _equal(number, _answer(answer))
    for name, block in checks.items():
        if (number := kernel.number(name)) is not None:
            block = [*block, _ALLOWED]
            program += [(_EQUAL, 0, len(block), number), *block]
    program.append((_AT_LEAST, 1, 0, FIRST_OF_THE_NEW))
    program.append(_ALLOWED)
    for name in ALLOWED_OF_THE_NEW:
        program += _equal(kernel.number(name), _ALLOWED)
    program.append(_answer(errno.ENOSYS))
    return program


_ALLOWED: Instruction = (_RETURN, 0, 0, _ALLOW)


def _answer(number: int) -> Instruction:
    """Return the instruction that ends the call with an errno, or with success and no deed."""
    return (_RETURN, 0, 0, _ERRNO | number)


def _equal(value: int, then: Instruction) -> list[Instruction]:
    return [(_EQUAL, 0, 1, value), then]


def _argument(position: int) -> list[Instruction]:
    """Load an argument's lower half: all that the kernel looks at in an int."""
    return [(_LOAD, 0, 0, _ARGUMENTS + 8 * position)]
