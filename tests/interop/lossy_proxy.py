"""Stands between a client and the gateway, and loses one answer: what the guide promises about retries, for real.

    with LossyProxy(pki, lose="VoegAanbodToe") as proxy:  # and set gateway_port before anyone connects
        ...                     # clients talk to proxy.port
    proxy.seen                  # (operation, message id) of every request with an id, in the order in which they came
"""
import re
import socket
import ssl
import threading

OPERATION = re.compile(rb":?Body\b[^>]*>\s*<(?:[\w.-]+:)?(\w+)")
MESSAGE_ID = re.compile(rb"MessageID\b[^>]*>\s*([^<\s]+)")

CLOSES = re.compile(rb"(?i)\r\nconnection:\s*close")


def whole(connection, data=b""):
    """One HTTP message from a connection; empty when the other side has gone."""
    try:
        while b"\r\n\r\n" not in data:
            piece = connection.recv(65536)
            if not piece:
                return b""
            data += piece
        head, body = data.split(b"\r\n\r\n", 1)
        length = re.search(rb"(?i)\r\ncontent-length:\s*(\d+)", head)
        missing = int(length[1]) - len(body) if length else 0
        while missing > 0:
            piece = connection.recv(65536)
            if not piece:
                return b""
            data += piece
            missing -= len(piece)
        return data
    except (OSError, ssl.SSLError):
        return b""


class LossyProxy:
    def __init__(self, pki, lose):
        self._server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._server.load_cert_chain(pki / "server.pem", pki / "server.key")
        self._client = ssl.create_default_context(cafile=str(pki / "root-ca.pem"))
        self._lose = lose.encode()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self.port = self._listener.getsockname()[1]
        self.gateway_port = None
        self.lost = 0
        self.seen = []

    def __enter__(self):
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._listener.close()

    def _accept(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return  # closed
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, plain):
        plain.settimeout(120)
        try:
            with self._server.wrap_socket(plain, server_side=True) as client, \
                    socket.create_connection(("127.0.0.1", self.gateway_port), timeout=120) as inner, \
                    self._client.wrap_socket(inner, server_hostname="localhost") as gateway:
                while request := whole(client):
                    gateway.sendall(request)
                    answer = whole(gateway)
                    if not answer or self._note(request):
                        return
                    client.sendall(answer)
                    if CLOSES.search(answer.split(b"\r\n\r\n", 1)[0]):
                        return  # a client may wait for the end of the connection
        except OSError:
            pass  # a client that hangs up

    def _note(self, request):
        """Remembers a request; true when its answer is to be lost."""
        operation, message_id = OPERATION.search(request), MESSAGE_ID.search(request)
        if not operation:
            return False
        with self._lock:
            if message_id:
                self.seen.append((operation[1].decode(), message_id[1].decode()))
            if operation[1] != self._lose or self.lost:
                return False
            self.lost += 1
            return True
