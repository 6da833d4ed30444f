"""The internet sockets of another process, as the system's tables have them."""
import os
import re
from pathlib import Path


def socket_inodes(pid: int) -> set[str]:
    """Only root may look: the gateway shuts everybody else out of itself. Whoever cannot look has not seen that there are none."""
    try:
        descriptors = list(Path(f"/proc/{pid}/fd").iterdir())
    except PermissionError as error:
        raise PermissionError("only root can see which sockets the gateway has; the attacks have to be run as root") from error
    inodes = set()
    for descriptor in descriptors:
        try:
            target = os.readlink(descriptor)
        except FileNotFoundError:
            continue  # closed meanwhile
        if found := re.fullmatch(r"socket:\[(\d+)\]", target):
            inodes.add(found[1])
    return inodes


def local_ports(inodes: set[str]) -> set[tuple[str, int]]:
    """(protocol, local port) of the internet sockets among them."""
    sockets = set()
    for protocol in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/net/{protocol}").read_text(encoding="ascii").splitlines()[1:]:
            cells = line.split()
            if cells[9] in inodes:
                sockets.add((protocol, int(cells[1].rsplit(":", 1)[1], 16)))
    return sockets
