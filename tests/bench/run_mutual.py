#!/usr/bin/env python3
"""The benchmark over mutual TLS: reads on kept connections, beside POCO's HTTPS server with mutual TLS that answers as many bytes; and
new connections, beside OpenSSL's own server. Both sides check the same chain of four levels; OpenSSL's server and ours also look in the
revocation list of every issuer.

    run_mutual.py            100,000 persons, 8 connections, three rounds, in turn
    run_mutual.py --quick    everything once and shortly, 10,000 persons: shows that it works, its figures mean little

CVSGW_BINARY names the program (else build/release). Populations are kept in --cache for the next run.
"""

import argparse
import contextlib
import re
import socket
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
import digikoppeling_gateway as digikoppeling  # noqa: E402
from gateway import binary, free_port  # noqa: E402

import workload  # noqa: E402
from measure import Target, median, run_round  # noqa: E402
from run import TODAY, population  # noqa: E402

BENCH = Path(binary()).parents[1] / "tests/bench"
SECURITY = re.compile(r"\s*<wsse:Security .*?</wsse:Security>", re.S)


class Listener:
    """What workload.checked() asks of a caller, over the Digikoppeling listener."""

    def __init__(self, gateway):
        self.connection = gateway.be.connect()
        self.url = gateway.be.url

    def send(self, service, operation, body):
        data = digikoppeling.soap.request(service, body.encode(), action=f"{digikoppeling.soap.namespace(service)}/{operation}")
        self.connection.sendall(data)
        answer = digikoppeling.soap.read_answer(self.connection)
        if answer is None or answer.status != 200:
            raise workload.WrongAnswer(f"{operation}: {answer and answer.body[:500]}")
        head = sum(len(k) + len(v) + 4 for k, v in answer.headers.items()) + len("HTTP/1.1 200 OK\r\n\r\n")
        return answer.body.decode(), len(answer.body) + head


def reads(gateway, quick):
    """RaadpleegPersoon without a UsernameToken, each answered once as expected over mutual TLS."""
    key = gateway.issue_key("0363", "Wi2021")
    gateway.issue_key("0363", "Wi2021", "--oin", digikoppeling.OIN)
    time.sleep(1.2)  # a running gateway takes up to a second to know a new key
    made = workload.persons(workload.Caller(gateway, key), ["0363"], 20 if quick else 200)
    plain = [replace(message, body=SECURITY.sub("", message.body)) for message in made.messages]
    return workload.checked(Listener(gateway), made.operation, plain)


@contextlib.contextmanager
def started(words, ready):
    process = subprocess.Popen([*map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.PIPE, text=True)
    try:
        yield process, ready(process)
    finally:
        process.kill()
        process.wait()


def accepts(port):
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return port
        time.sleep(0.05)
    raise RuntimeError(f"nobody listens on {port}")


def compare(title, ours, other, connections, args):
    rounds = {ours: [], other: []}
    for target in rounds:
        run_round(target, connections, 1)
    for _ in range(args.rounds):
        for target, figures in rounds.items():
            figures.append(run_round(target, connections, args.seconds))
    ours_, other_ = (median(figures) for figures in rounds.values())
    for target, figures in ((ours, ours_), (other, other_)):
        print(f"{title:12} {connections:4} {target.name:>14} {figures.per_second:10.0f}/s {figures.p50_ms:8.2f} {figures.p99_ms:8.2f} ms "
              f"{figures.cpu_us:8.0f} µs CPU  {figures.stolen:.2%} stolen", flush=True)
    print(f"{title:12} ratio: {ours_.per_second / other_.per_second:.2f} in rate, {ours_.cpu_us / other_.cpu_us:.2f} in CPU", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--seconds", type=int)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--cache", type=Path)
    args = parser.parse_args()
    args.rounds = args.rounds or (1 if args.quick else 3)
    args.seconds = args.seconds or (1 if args.quick else 5)
    cache = (args.cache or Path(binary()).parents[1] / "bench-data").resolve()
    cache.mkdir(parents=True, exist_ok=True)
    data = population(10_000 if args.quick else 100_000, cache)
    with digikoppeling.DigikoppelingGateway(data=data, today=TODAY) as gateway:
        zoo = gateway.zoo
        load = reads(gateway, args.quick)
        file = load.write(gateway.dir / "berichten")
        issuers = gateway.dir / "uitgevers.pem"  # root and lists, as OpenSSL's server wants them
        issuers.write_bytes(b"".join(path.read_bytes() for path in [zoo / "root.pem", *sorted((zoo / "crl").iterdir())]))

        def target(name, port, pid, messages):
            words = (BENCH / "mutual_load", port, zoo / "client.pem", zoo / "client.key")
            return Target(name, "", pid, messages, load.answer_bytes if messages == file else 1, words)

        bare = [BENCH / "bare_poco_server", 0, round(load.body_bytes), zoo / "server.pem", zoo / "server.key", zoo / "root.pem"]
        with started(bare, lambda process: int(process.stdout.readline().split()[-1])) as (process, port):
            compare("reads", target("gateway", gateway.be_port, gateway.process.pid, file), target("bare POCO", port, process.pid, file),
                    args.connections, args)
        port = free_port()
        bare = ["openssl", "s_server", "-accept", port, "-quiet", "-cert", zoo / "server.pem", "-key", zoo / "server.key", "-Verify", 4,
                "-verify_return_error", "-CAfile", issuers, "-crl_check_all", "-num_tickets", 1]
        with started(bare, lambda _: accepts(port)) as (process, _):
            # OpenSSL's server serves one connection at a time, so the rate is compared with one; the CPU does not mind.
            for connections in (1, args.connections):
                compare("handshakes", target("gateway", gateway.be_port, gateway.process.pid, "-"),
                        target("openssl", port, process.pid, "-"), connections, args)


if __name__ == "__main__":
    main()
