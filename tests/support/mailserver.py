"""Mail servers for tests, on loopback: aiosmtpd that accepts, refuses, is slow or asks for a login, one that never
speaks, and exim as a real one that delivers into a file."""
import asyncio
import email
import email.policy
import logging
import os
import shutil
import socket
import ssl
import subprocess
import time
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from gateway import free_port

logging.getLogger("mail").setLevel(logging.CRITICAL)  # what tests provoke is no news

EXIM = "/usr/sbin/exim4"


class Received:
    """One mail as the server got it."""

    def __init__(self, recipients, content):
        self.recipients = recipients
        self.raw = content
        self.message = email.message_from_bytes(content, policy=email.policy.default)

    @property
    def text(self):
        return self.message.get_body().get_content()

    def __getitem__(self, name):
        return self.message[name]


class Handler:
    """`rcpt` and `data` are the answers to those commands (None: accepted); `delay` are seconds that pass between taking
    the mail and saying so."""

    def __init__(self):
        self.rcpt, self.data, self.delay = {}, None, 0
        self.mails, self.attempts = [], 0

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        self.attempts += 1
        if answer := self.rcpt.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):
        if self.data:
            return self.data
        self.mails.append(Received(envelope.rcpt_tos, envelope.content))
        await asyncio.sleep(self.delay)
        return "250 OK"


class MailServer:
    """aiosmtpd with a Handler. `pki`: offers STARTTLS and requires it; `login`: (name, password) is required."""

    def __init__(self, pki=None, login=None):
        self.handler = Handler()
        self.port = free_port()
        options = {}
        if pki:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(pki / "server.pem", pki / "server.key")
            options.update(tls_context=context, require_starttls=True)
        if login:
            wanted = LoginPassword(login[0].encode(), login[1].encode())
            options.update(auth_required=True, authenticator=lambda *arguments: AuthResult(
                success=arguments[4] == wanted, handled=False))
        self.controller = Controller(self.handler, hostname="127.0.0.1", port=self.port, **options)

    @property
    def mails(self):
        return self.handler.mails

    def wait(self, count, to=None, seconds=30):
        """Waits for `count` mails (to one recipient), and gives them."""
        def found():
            return [mail for mail in self.mails if to in (None, *mail.recipients)]
        end = time.monotonic() + seconds
        while len(found()) < count and time.monotonic() < end:
            time.sleep(0.05)
        assert len(found()) >= count, f"{len(found())} mails, not {count}"
        return found()

    def settings(self, **more):
        return settings(self.port, **more)

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()


def settings(port, server="127.0.0.1", versleuteling="geen", termijn=10, **more):
    """The section [mail] of the gateway's settings."""
    values = {"server": server, "poort": port, "versleuteling": versleuteling, "termijn": termijn,
              "afzender": "isi@duo.example", **more}
    lines = (f"{name} = {value}" if isinstance(value, int) else f'{name} = "{value}"' for name, value in values.items())
    return "[mail]\n" + "\n".join(lines) + "\n"


class SilentServer:
    """Takes connections and never says a word."""

    def __enter__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        return self

    def __exit__(self, *_):
        self.socket.close()


EXIM_CONFIG = """
spool_directory = {dir}/spool
log_file_path = {dir}/%slog
pid_file_path = {dir}/pid
exim_user = {user}
exim_group = {group}
deliver_drop_privilege
local_interfaces = 127.0.0.1
primary_hostname = mail.gemeente.example
domainlist local_domains = *
acl_smtp_rcpt = rcpt
acl_smtp_data = data
tls_advertise_hosts = *
tls_certificate = {dir}/server.pem
tls_privatekey = {dir}/server.key
keep_environment =
begin acl
rcpt:
  deny recipients = weg@gemeente.example
       message = no such user
  accept encrypted = *
data:
  accept
begin routers
all:
  driver = accept
  transport = bestand
begin transports
bestand:
  driver = appendfile
  file = {dir}/inbox
  user = {user}
  group = {group}
begin retry
* * F,1h,1m
"""


class Exim:
    """exim under a configuration of its own, without privileges: takes mail over TLS only."""

    def __init__(self, directory, pki):
        self.dir = Path(directory)
        self.port = free_port()
        (self.dir / "spool").mkdir(parents=True)
        for name in ("server.pem", "server.key"):
            shutil.copy(pki / name, self.dir / name)
        # It delivers nothing as root.
        self.user = {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}
        who = self.user or {"user": os.getuid(), "group": os.getgid()}
        (self.dir / "exim.conf").write_text(EXIM_CONFIG.format(dir=self.dir, **who), encoding="ascii")
        if self.user:
            for path in (self.dir, *self.dir.rglob("*")):
                shutil.chown(path, **self.user)

    def mails(self):
        inbox = self.dir / "inbox"
        if not inbox.exists():
            return []
        parts = inbox.read_bytes().split(b"\nFrom isi@duo.example ")
        return [email.message_from_bytes(part.split(b"\n", 1)[1], policy=email.policy.default) for part in parts]

    def wait(self, count, seconds=30):
        end = time.monotonic() + seconds
        while len(self.mails()) < count and time.monotonic() < end:
            time.sleep(0.1)
        found = self.mails()
        assert len(found) >= count, f"{len(found)} mails, not {count}\n{self.log()}"
        return found

    def log(self):
        return "".join(path.read_text(encoding="utf-8", errors="replace") for path in self.dir.glob("*log"))

    def __enter__(self):
        words = [EXIM, "-C", self.dir / "exim.conf", "-bdf", "-oX", f"127.0.0.1:{self.port}"]
        with open(self.dir / "out", "wb") as out:
            self.process = subprocess.Popen(words, stdout=out, stderr=out, stdin=subprocess.DEVNULL, **self.user)
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                time.sleep(0.1)
        self.__exit__()
        raise AssertionError("exim did not start:\n" + (self.dir / "out").read_text(encoding="utf-8") + self.log())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=10)
