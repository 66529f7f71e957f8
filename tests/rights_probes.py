"""What student code might try, each in a process whose rights are lowered.

A probe returns what it got; where it is refused, it raises an OSError or returns nothing.
`world` is what `rights_launcher` has laid out: paths, ports, process ids.
"""

import ctypes
import fcntl
import mmap
import os
import resource
import signal
import socket
import subprocess
import time
from pathlib import Path

libc = ctypes.CDLL(None, use_errno=True)


def system_call(*arguments):
    result = libc.syscall(*arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return True


def in_child(function):
    """Run a function in a fork; returns its exit status, minus the signal that killed it."""
    if not (pid := os.fork()):
        try:
            os._exit(0 if function() else 1)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


# Files


def reads_a_solution(world):
    return Path(world["solution"]).read_text()


def lists_the_course(world):
    return os.listdir(world["outside"])


def reads_the_machines_settings(world):
    return Path("/etc/hostname").read_text()


def writes_to_a_solution(world):
    with open(world["solution"], "a"):
        return True


def makes_a_file_in_the_course(world):
    Path(world["outside"], "made").touch(exist_ok=False)
    return True


def removes_a_file(world):
    os.unlink(world["removable"])
    return True


def empties_a_file_by_name(world):
    os.truncate(world["emptied"], 0)
    return not os.stat(world["emptied"]).st_size


def empties_a_file_that_may_be_read(world):
    os.close(os.open(world["instructors"], os.O_RDONLY | os.O_TRUNC))
    return not os.stat(world["instructors"]).st_size


def changes_a_files_mode(world):
    os.chmod(world["mode_changed"], 0o600)
    return os.stat(world["mode_changed"]).st_mode & 0o777 == 0o600


def changes_a_files_time(world):
    os.utime(world["mode_changed"], (1, 1))
    return os.stat(world["mode_changed"]).st_mtime == 1


def writes_through_a_symbolic_link(world):
    os.symlink(world["solution"], "link")
    with open("link", "a"):
        return True


def writes_through_a_hard_link(world):
    os.link(world["instructors"], "hard")
    with open("hard", "a"):
        return True


def leaves_a_file_in_tmp(world):
    Path(world["in_tmp"]).touch()
    return True


def leaves_a_file_in_shared_memory(world):
    Path(world["in_memory"]).touch()
    return True


def reads_an_inherited_descriptor(world):
    return os.pread(world["inherited"], 10, 0)


def gets_root_from_a_setuid_program(world):
    done = subprocess.run([world["setuid"], "-u"], capture_output=True, text=True, check=True)
    return done.stdout.strip() == "0"


def makes_a_device(world):
    os.mknod("disk", 0o60666, os.makedev(8, 0))
    return True


# Processes


def reads_the_parents_environment(world):
    return Path(f"/proc/{world['launcher']}/environ").read_bytes()


def lists_processes(world):
    return str(world["launcher"]) in os.listdir("/proc")


def reads_a_command_line(world):
    return Path(f"/proc/{world['victim']}/cmdline").read_bytes()


def signals_the_parent(world):
    os.kill(world["launcher"], 0)
    return True


def signals_another(world):
    os.kill(world["victim"], 0)
    return True


def signals_everybody(world):
    os.kill(-1, 0)
    return True


def lowers_anothers_limits(world):
    limit = resource.prlimit(world["victim"], resource.RLIMIT_NOFILE)
    resource.prlimit(world["victim"], resource.RLIMIT_NOFILE, limit)
    return True


def raises_its_limits(world):
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (hard + 1, hard + 1))
    return True


def outlives_the_parent(world):
    return system_call(157 if os.uname().machine == "x86_64" else 167, 1, 0, 0, 0, 0)


def traces(world):
    return in_child(lambda: libc.ptrace(0, 0, 0, 0) == 0) == 0


def makes_a_user_namespace(world):
    return in_child(lambda: libc.unshare(0x10000000) == 0) == 0


def mounts(world):
    if libc.mount(b"tmpfs", os.fsencode(os.getcwd()), b"tmpfs", 0, None):
        raise OSError(ctypes.get_errno(), "mount")
    return True


# The network


def connects_to_a_port(world):
    with socket.socket() as mine:
        mine.connect(("127.0.0.1", world["tcp"]))
    return True


def sends_a_datagram(world):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mine:
        return mine.sendto(b"answer", ("127.0.0.1", world["udp"]))


def opens_a_netlink_socket(world):
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0):
        return True


def connects_to_a_socket_by_path(world):
    with socket.socket(socket.AF_UNIX) as mine:
        mine.connect(world["unix"])
    return True


def connects_to_an_abstract_socket(world):
    with socket.socket(socket.AF_UNIX) as mine:
        mine.connect(world["abstract"])
    return True


def sends_from_a_pair_to_a_path(world):
    mine, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    return mine.sendto(b"answer", world["datagrams"])


# The kernel; the numbers are x86_64's, where not said otherwise


def makes_system_v_memory(world):
    return libc.shmget(0, 4096, 0o1600) >= 0


def makes_memory_without_a_name(world):
    return os.memfd_create("hidden")


def asks_for_keys(world):
    return system_call(250 if os.uname().machine == "x86_64" else 219, 0, -3, 0)


def sets_up_io_uring(world):
    return system_call(425, 4, ctypes.create_string_buffer(120))


def types_into_a_terminal(world):
    """Told apart from no terminal at all by the error."""
    try:
        fcntl.ioctl(0, 0x5412, b"x")
    except PermissionError:
        return False
    except OSError:
        return True
    return True


def calls_as_a_32_bit_program(world):
    """`mov eax, 20; int 0x80; ret`, which is getpid for a foreign architecture."""
    code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    code.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")
    address = ctypes.addressof(ctypes.c_char.from_buffer(code))
    status = in_child(lambda: ctypes.CFUNCTYPE(ctypes.c_int)(address)() > 0)
    return status == 0


# Too much of something. Each is bounded: without a defence it ends by itself and returns "ended".

MEGABYTE = 1_000_000
SECONDS = 1.6
LONG = 8  # for what is to be seen, however busy the machine is


def _stay(seconds=SECONDS):
    time.sleep(seconds)
    return "ended"


def takes_memory(world):
    kept = []
    for _ in range(60):
        kept.append(b"x" * (10 * MEGABYTE))
    return _stay()


def takes_memory_in_children(world):
    for _ in range(4):
        if not os.fork():
            kept = b"x" * (120 * MEGABYTE)
            _stay(LONG)
            os._exit(len(kept) % 2)
    return _stay(LONG)


def writes_into_inherited_memory(world):
    """What a child inherits is counted once, until it writes there; the child grows by nothing."""
    kept = bytearray(b"x") * (60 * MEGABYTE)
    for _ in range(8):
        if not os.fork():
            time.sleep(0.4)  # it is counted, and found to be shared
            for start in range(0, len(kept), 4096):
                kept[start] = 1
            _stay(LONG)
            os._exit(0)
    return _stay(LONG)


def takes_shared_memory(world):
    kept = mmap.mmap(-1, 600 * MEGABYTE)
    for start in range(0, 600 * MEGABYTE, 4096):
        kept[start] = 1
    return _stay()


def shares_memory_with_children(world):
    """Honest: six processes see the same 150 MB, which are there once."""
    kept = b"x" * (150 * MEGABYTE)
    children = []
    for _ in range(6):
        if not (pid := os.fork()):
            time.sleep(0.3)
            os._exit(0)
        children.append(pid)
    for pid in children:
        os.waitpid(pid, 0)
    return f"shared {len(kept) // MEGABYTE}"


def forks_without_end(world):
    for count in range(150):
        if not os.fork():
            _stay()
            os._exit(0)
        del count
    return _stay()


def starts_threads_without_end(world):
    import threading

    for _ in range(150):
        threading.Thread(target=_stay, daemon=True).start()
    return _stay()


def fills_the_disk(world):
    for number in range(30):
        Path(f"large-{number}").write_bytes(b"x" * (2 * MEGABYTE))
        time.sleep(0.01)
    return _stay()


def fills_the_disk_without_names(world):
    kept = []
    for _ in range(30):
        kept.append(open("gone", "wb"))  # noqa: SIM115  (it has to stay open)
        os.unlink("gone")
        kept[-1].write(b"x" * (2 * MEGABYTE))
        kept[-1].flush()
        time.sleep(0.01)
    return _stay()


def fills_the_disk_while_folders_move(world):
    import threading

    os.mkdir("0")

    def move():
        for number in range(1_000_000):
            os.rename(f"{number}", f"{number + 1}")

    threading.Thread(target=move, daemon=True).start()
    return fills_the_disk(world)


def hides_files_in_a_closed_folder(world):
    os.mkdir("closed")
    Path("closed", "large").write_bytes(b"x" * MEGABYTE)
    os.mkdir("shut", 0)
    return _stay()


def writes_many_files(world):
    for number in range(400):
        Path(f"{number}").touch()
    return _stay()


def writes_one_large_file(world):
    with open("large", "wb") as file:
        for _ in range(30):
            file.write(b"x" * MEGABYTE)
    return "ended"


def opens_many_files(world):
    kept = [os.open("/dev/null", os.O_RDONLY) for _ in range(1000)]
    return f"ended with {len(kept)}"


def computes_without_end(world):
    while time.process_time() < 4:
        pass
    return "ended"


def waits_without_end(world):
    return _stay()


def is_interrupted(world):
    """The launcher sends SIGINT to the process that it forked, once there is this file."""
    try:
        Path("ready").touch()
        return _stay()
    except KeyboardInterrupt:
        return "interrupted"


def beats(_):
    """For the launcher, which kills the parent of this meanwhile."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        Path("heartbeat").write_text(str(time.time()))
        time.sleep(0.01)
    return "ended"


def starts_a_daemon(world):
    """Twice forked, in a session of its own, deaf to signals: it writes for a while."""
    if not os.fork():
        os.setsid()
        if not os.fork():
            for name in ("SIGTERM", "SIGHUP", "SIGINT"):
                signal.signal(getattr(signal, name), signal.SIG_IGN)
            end = time.monotonic() + 20
            while time.monotonic() < end:
                Path("heartbeat").write_text(str(time.time()))
                time.sleep(0.01)
        os._exit(0)
    os.wait()
    time.sleep(0.1)
    return "started"
