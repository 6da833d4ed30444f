"""A listener on loopback that must never be called, and a file and a pipe that must never be opened."""
import ctypes
import errno
import os
import socket
from pathlib import Path

IN_OPEN = 0x20  # <sys/inotify.h>


class Canary:
    def __init__(self, folder: Path):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.setblocking(False)
        self.port = self.socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/kanarie"
        self.secret = "kanarie-in-het-bestand"
        self.file = folder / "kanarie.txt"
        self.file.write_text(self.secret, encoding="ascii")
        self.pipe = folder / "kanarie.pipe"  # who opens it waits for ever
        os.mkfifo(self.pipe)
        libc = ctypes.CDLL(None, use_errno=True)
        self._opened = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._opened < 0 or libc.inotify_add_watch(self._opened, os.fsencode(self.file), IN_OPEN) < 0:
            raise OSError(ctypes.get_errno(), "the canary's file cannot be watched")

    def touched(self) -> list[str]:
        """What happened to it since it was last asked."""
        touches = {"an address from the message was called": self._called, "a file from the message was opened": self._file_opened,
                   "a pipe from the message was opened": self._pipe_opened}
        return [text for text, happened in touches.items() if happened()]

    def _called(self) -> bool:
        try:
            self.socket.accept()[0].close()
            return True
        except BlockingIOError:
            return False

    def _file_opened(self) -> bool:
        try:
            return bool(os.read(self._opened, 4096))
        except BlockingIOError:
            return False

    def _pipe_opened(self) -> bool:
        """A writer can only open it without waiting when a reader is there or waits for one."""
        try:
            os.close(os.open(self.pipe, os.O_WRONLY | os.O_NONBLOCK))
            return True
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            return False

    def close(self):
        os.close(self._opened)
        self.socket.close()
