"""What a submission may use, and the part of it that the kernel holds each process to."""

import resource
from dataclasses import dataclass

MEGABYTE = 1_000_000
STACK = 8 << 20


@dataclass(frozen=True)
class Limits:
    """What a submission, with all processes that it starts, may use.

    Parameters
    ----------
    cell_seconds : float
        Wall clock of one cell.
    notebook_seconds : float
        Wall clock of all cells.
    cpu_seconds : int
        Processor time of all processes together, and of each.
    memory : int, bytes
        Of all processes together. Pages that processes share, such as the libraries that were
        imported before the fork, are not counted once for each.
    shared_memory : int, bytes
        Size of the private /dev/shm, where there is one.
    processes : int
        Processes and threads at one time.
    descriptors : int
        Open files of each process.
    file_size : int, bytes
        Of one file.
    scratch_bytes, scratch_files : int
        What all files in the scratch folder take up on disk, and how many there may be.
    """

    cell_seconds: float = 30
    notebook_seconds: float = 1800
    cpu_seconds: int = 1800
    memory: int = 2000 * MEGABYTE
    shared_memory: int = 256 * MEGABYTE
    processes: int = 128
    descriptors: int = 512
    file_size: int = 256 * MEGABYTE
    scratch_bytes: int = 512 * MEGABYTE
    scratch_files: int = 10_000

    def apply(self, own_uid: bool) -> None:
        """Hold this process, and each that it starts, to the limits that the kernel counts.

        Parameters
        ----------
        own_uid : bool
            Whether the kernel counts this submission's processes apart from all others: with a uid
            of its own, or in a user namespace. Else the number is a distant backstop.
        """
        size, data = _inherited()
        processes = self.processes if own_uid else _tasks() + self.processes + 1000
        for which, value in (
            (resource.RLIMIT_CORE, 0),
            # Whoever watches all processes together comes first, and says so in words.
            (resource.RLIMIT_CPU, self.cpu_seconds + 2),
            # Writable private memory; what was there before the fork is not the student's.
            (resource.RLIMIT_DATA, data + self.memory),
            # Mapped files hold disk space even after they are closed and unlinked. Generous:
            # threads reserve room that they never use.
            (resource.RLIMIT_AS, size + 4 * self.memory),
            (resource.RLIMIT_FSIZE, self.file_size),
            (resource.RLIMIT_NOFILE, self.descriptors),
            (resource.RLIMIT_NPROC, processes),
            (resource.RLIMIT_STACK, STACK),
            (resource.RLIMIT_MSGQUEUE, 0),
            (resource.RLIMIT_NICE, 0),
            (resource.RLIMIT_RTPRIO, 0),
        ):
            hard = resource.getrlimit(which)[1]
            lowered = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(which, (lowered, lowered))


def _inherited() -> tuple[int, int]:
    """Return this process's address space and its writable part, bytes."""
    with open("/proc/self/statm") as file:
        pages = [int(field) for field in file.read().split()]
    return pages[0] * resource.getpagesize(), pages[5] * resource.getpagesize()


def _tasks() -> int:
    """Return how many processes and threads the machine has."""
    with open("/proc/loadavg") as file:
        return int(file.read().split()[3].split("/")[1])
