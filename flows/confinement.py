"""What a process that parses files may not do: write, start programs or processes, reach the network, touch other processes.

Three walls, each where the system has it: an empty network namespace, a filter of system calls (seccomp), and a hook of Python's own, which
sees what Python does and not what a library in C does. None of them can be taken away again by the process they stand around."""

import errno
import os
import sys
from contextlib import suppress
from typing import Any

#: What Python reports (https://docs.python.org/3/library/audit_events.html) and no reader needs.
_FORBIDDEN_EVENTS = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "os.startfile", "pty.", "os.remove",
    "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.kill", "shutil.", "ftplib.",
    "smtplib.", "urllib.", "http.client.",
)  # fmt: skip
#: System calls that no reader needs; those that this machine does not have are passed over.
_FORBIDDEN_CALLS = (
    "socket socketpair connect bind listen accept accept4 sendto sendmsg sendmmsg "
    "execve execveat fork vfork ptrace process_vm_readv process_vm_writev kill tkill pidfd_open pidfd_send_signal pidfd_getfd "
    "creat unlink unlinkat rename renameat renameat2 mkdir mkdirat rmdir link linkat symlink symlinkat truncate ftruncate mknod mknodat "
    "chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime utimes utimensat futimesat setxattr lsetxattr fsetxattr "
    "removexattr lremovexattr fremovexattr mount umount2 pivot_root chroot move_mount open_tree fsopen fsmount unshare setns "
    "bpf keyctl add_key request_key perf_event_open userfaultfd kexec_load init_module finit_module delete_module reboot swapon swapoff "
    "setuid setgid setreuid setregid setresuid setresgid setgroups capset"
).split()
#: Calls whose arguments lie where the filter cannot look: as if the kernel had none of them, so that libraries take the older ones.
_HIDDEN_CALLS = ("clone3", "openat2", "io_uring_setup", "io_uring_enter", "io_uring_register")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_WRITING_FLAGS = (os.O_WRONLY, os.O_RDWR, os.O_CREAT, os.O_TRUNC, os.O_APPEND)
#: From <linux/sched.h>: a thread of the same process, no process of its own.
_CLONE_THREAD = 0x10000


def confine() -> tuple[str, ...]:
    """Put up the walls around this process for good; the names of those that stand."""
    walls = [name for name, put_up in (("network namespace", _leave_network), ("seccomp", _filter_calls)) if put_up()]
    sys.addaudithook(_forbid)
    return (*walls, "Python hook")


def _leave_network() -> bool:
    """Go where there is no network at all, where the kernel lets us: into an empty network namespace, as root directly, else as the only
    user of a new user namespace."""
    if hasattr(os, "unshare"):
        with suppress(OSError):
            os.unshare(os.CLONE_NEWNET if os.geteuid() == 0 else os.CLONE_NEWUSER | os.CLONE_NEWNET)
            return True
    return False


def _filter_calls() -> bool:
    """Have the kernel refuse the system calls that no reader needs, even to parsers written in C."""
    import seccompy

    try:
        if not seccompy.supported():
            return False
        calls = seccompy.Filter(flags=seccompy.FilterFlag.TSYNC)
        for name in _FORBIDDEN_CALLS:
            with suppress(ValueError):
                calls.errno(name, errno.EPERM)
        for name in _HIDDEN_CALLS:
            with suppress(ValueError):
                calls.errno(name, errno.ENOSYS)
        calls.allow("clone", args=[(0, seccompy.CmpOp.MASKED_EQ, _CLONE_THREAD, _CLONE_THREAD)])
        calls.errno("clone", errno.EPERM)
        for name, place in (("open", 1), ("openat", 2)):
            for flag in _WRITING_FLAGS:
                with suppress(ValueError):
                    calls.errno(name, errno.EPERM, args=[(place, seccompy.CmpOp.MASKED_EQ, flag, flag)])
        calls.load()
    except (OSError, ValueError):  # no Linux, a kernel without it, a machine the library does not know
        return False
    return True


def _forbid(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what no reader needs. A hook cannot be taken away again."""
    if event == "open":
        if isinstance(arguments[2], int) and arguments[2] & _WRITING:
            raise PermissionError(f"expected a reader to read, found it opening {arguments[0]!r} to write")
    elif event.startswith(_FORBIDDEN_EVENTS):
        raise PermissionError(f"expected a reader to read, found it at {event}")
