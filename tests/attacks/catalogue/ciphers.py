"""A23 at a listener of 2W-be-SE: whatever is wrong with what was encrypted, and with the signature in it, the answer is the same to
the byte but for ids, times and what is computed over them. Why is told to the log alone, and each case looks it up there.
"""
import base64
import functools
import re
import statistics

import xmlsec
from lxml import etree

import forging
import signing
import wire
from case import OK, Expect, Seen
from forging import WSU, reference
from signed_stand import as_usual, case
from signing import DS, XENC

SE = "2W-be-SE"
ONE_FAULT = Expect(500, "0002", faultcode="wsse:FailedCheck")
FORM, ALGORITHM, UNDONE = "not encrypted in the prescribed form", "an algorithm that is not allowed", "the key or the data cannot be decrypted"
DATA, KEY = f"{{{XENC}}}EncryptedData", f"{{{XENC}}}EncryptedKey"


def plain(stand, **options):
    return forging.message(stand, SE, **options).encode()


def encrypted(stand, message=None, to="server-rsa", **options):
    return signing.encrypt(plain(stand) if message is None else message, stand.gateway.zoo / f"{to}.pem", **options)


def sends(make):
    return lambda stand: forging.request(make(stand))


def replaced(old, new):
    def make(stand):
        message = encrypted(stand)
        assert old in message, old
        return message.replace(old, new, 1)
    return make


def edited(change):
    """A maker: the tree of an encrypted message, changed."""
    def make(stand):
        root = etree.fromstring(encrypted(stand))
        change(root)
        return etree.tostring(root)
    return make


def cipher(of, edit):
    """The bytes of the wrapped key or of the data, edited."""
    def change(root):
        value = root.find(f".//{of}/{{{XENC}}}CipherData/{{{XENC}}}CipherValue")
        value.text = base64.b64encode(edit(base64.b64decode(value.text))).decode()
    return edited(change)


def turned(at):
    """One bit, at a place or at an end of the bytes."""
    return lambda data: data[:at % len(data)] + bytes([data[at % len(data)] ^ 1]) + data[at % len(data) + 1:]


def _bytes():
    rows = {"first-bit-of-the-vector": (DATA, turned(0), UNDONE), "first-bit-of-the-data": (DATA, turned(12), UNDONE),
            "bit-in-the-middle-of-the-data": (DATA, turned(40), UNDONE), "last-bit-of-the-tag": (DATA, turned(-1), UNDONE),
            "first-bit-of-the-tag": (DATA, turned(-16), UNDONE), "tag-cut-off": (DATA, lambda data: data[:-16], UNDONE),
            "tag-of-one-byte": (DATA, lambda data: data[:-15], UNDONE), "tag-alone": (DATA, lambda data: data[-16:], UNDONE),
            "data-empty": (DATA, lambda data: b"", UNDONE), "vector-and-tag-alone": (DATA, lambda data: data[:12] + data[-16:], UNDONE),
            "a-byte-behind-the-data": (DATA, lambda data: data + b"\0", UNDONE), "data-twice": (DATA, lambda data: data * 2, UNDONE),
            "first-bit-of-the-key": (KEY, turned(0), UNDONE), "last-bit-of-the-key": (KEY, turned(-1), UNDONE),
            "bit-in-the-middle-of-the-key": (KEY, turned(128), UNDONE), "key-cut-off": (KEY, lambda data: data[:-1], UNDONE),
            "key-of-one-byte": (KEY, lambda data: data[:1], UNDONE), "key-empty": (KEY, lambda data: b"", UNDONE),
            "key-of-zeros": (KEY, lambda data: bytes(256), UNDONE), "key-of-one": (KEY, lambda data: bytes(255) + b"\1", UNDONE),
            "key-above-the-modulus": (KEY, lambda data: b"\xff" * 256, UNDONE), "key-of-4096-bits": (KEY, lambda data: data * 2, UNDONE),
            "key-of-4104-bits": (KEY, lambda data: data * 2 + b"\0", FORM)}
    return [(name, cipher(of, edit), why) for name, (of, edit, why) in rows.items()]


def _algorithms():
    gcm, oaep = b"xmlenc11#aes256-gcm", b"xmlenc#rsa-oaep-mgf1p"
    real = {"cbc-128": {"cipher": xmlsec.Transform.AES128, "bits": 128}, "cbc-256": {"cipher": xmlsec.Transform.AES256},
            "rsa-1-5": {"transport": xmlsec.Transform.RSA_PKCS1}}
    rows = [(name, functools.partial(encrypted, **options), ALGORITHM) for name, options in real.items()]
    called = {"cbc": (gcm, b"xmlenc#aes256-cbc"), "3des": (gcm, b"xmlenc#tripledes-cbc"), "gcm-192": (gcm, b"xmlenc11#aes192-gcm"),
              "no-cipher": (b"http://www.w3.org/2009/" + gcm, b""), "rsa-1-5": (oaep, b"xmlenc#rsa-1_5"), "key-wrap": (oaep, b"xmlenc#kw-aes256")}
    rows += [(f"called-{name}", replaced(old, new), ALGORITHM) for name, (old, new) in called.items()]
    # Right as to the form, and another key length or digest than what it was made with.
    method = b'<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/' + oaep + b'"/>'
    digest = method.replace(b"/>", b'><d:DigestMethod xmlns:d="%b" Algorithm="%b"/></xenc:EncryptionMethod>' % (DS.encode(), forging.SHA256.encode()))
    return rows + [("called-gcm-128", replaced(gcm, b"xmlenc11#aes128-gcm"), UNDONE), ("called-oaep-of-sha-256", replaced(method, digest), UNDONE)]


def _forms():
    def drop(path):
        def change(root):
            node = root.find(f".//{path}")
            node.getparent().remove(node)
        return edited(change)

    def twice(path):
        def change(root):
            node = root.find(f".//{path}")
            node.addnext(etree.fromstring(etree.tostring(node, with_tail=False)))
        return edited(change)

    def instead(attribute, value, of=DATA):
        return edited(lambda root: root.find(f".//{of}").set(attribute, value))

    def elsewhere(uri):
        def change(root):
            data = root.find(f".//{DATA}/{{{XENC}}}CipherData")
            data[:] = [etree.Element(f"{{{XENC}}}CipherReference", URI=uri)]
        return change

    def behind_a_forged_one(root):
        body = root.find(signing.BODY)
        body.insert(0, etree.fromstring('<o:RaadpleegAutorisatie xmlns:o="urn:inburgering:cvs-isi:algemeen:v1"/>'))
        root.find(f"{signing.HEADER}/{signing.SECURITY}").append(body[1])
    reference_list = f"{{{XENC}}}ReferenceList"
    return [("not-encrypted", plain, FORM), ("without-key", drop(KEY), FORM), ("without-reference-list", drop(reference_list), FORM),
            ("two-keys", twice(KEY), FORM), ("two-references", twice(f"{{{XENC}}}DataReference"), FORM),
            ("of-type-element", instead("Type", XENC + "Element"), FORM), ("of-no-type", instead("Type", ""), FORM),
            ("another-id", instead("Id", "eigen"), FORM), ("reference-to-the-signature", instead("URI", "#x", f"{{{XENC}}}DataReference"), FORM),
            ("cipher-reference-to-http", lambda stand: edited(elsewhere(stand.canary.url))(stand), FORM),
            ("cipher-reference-to-a-pipe", lambda stand: edited(elsewhere(stand.canary.pipe.as_uri()))(stand), FORM),
            ("forged-body-and-the-data-elsewhere", edited(behind_a_forged_one), FORM)]


def _inside():
    """Rightly encrypted to us, and something is wrong with what comes out."""
    def of(why, **options):
        return lambda stand: encrypted(stand, plain(stand, **options)), why

    def without_signature(stand):
        return encrypted(stand, re.sub(rb"<ds:Signature .*?</ds:Signature>", b"", plain(stand), flags=re.S))
    rows = {"unsigned-body": of("is niet ondertekend", before=[(reference("body"), "")]),
            "wrong-signature": of("a digest or the signature differs", before=[("@DIGEST:body@", "@DIGEST:to@")]),
            "changed-behind-the-signature": of("a digest or the signature differs", after=[("></o:Ping>", "> </o:Ping>")]),
            "revoked-signer": of("certificate revoked", signer="signer-revoked"), "another-partner": of("signer's OIN is not", signer="signer-other-oin"),
            "comment-inside": of("commentaar", after=[("></o:Ping>", "><!-- x --></o:Ping>")]),
            "the-same-id-inside": of("meer dan eens", before=[("<o:Ping ", f'<o:Ping xmlns:u="{WSU}" u:Id="body" ')]),
            "long-text-inside": of("65536", content=" " * 70_000),
            "deep-inside": of("ten hoogste 32 niveaus diep", content="<a>" * 60 + "</a>" * 60)}
    return [(name, make, why) for name, (make, why) in rows.items()] + [
        ("without-signature", without_signature, "ds:Signature ontbreekt"),
        ("to-another-recipient", functools.partial(encrypted, to="signer"), UNDONE),
        ("to-a-former-certificate-never-had", functools.partial(encrypted, to="server-rsa-second"), UNDONE)]


def _other_plaintexts():
    """What is no content of a Body when it has been decrypted."""
    def sealed_bytes(data):
        def make(stand):
            root = etree.fromstring(encrypted(stand))
            session = xmlsec.EncryptionContext(_manager(stand)).decrypt(root.find(f".//{KEY}"))
            context = xmlsec.EncryptionContext()
            context.key = xmlsec.Key.from_binary_data(xmlsec.KeyData.AES, session)
            template = xmlsec.template.encrypted_data_create(root, xmlsec.Transform.AES256_GCM, ns="xenc")
            xmlsec.template.encrypted_data_ensure_cipher_value(template)
            text = context.encrypt_binary(template, data).findtext(f".//{{{XENC}}}CipherValue")
            root.find(f".//{DATA}/{{{XENC}}}CipherData/{{{XENC}}}CipherValue").text = text
            return etree.tostring(root)
        return make
    texts = {"no-xml": (b"geen XML <", "Een naam ontbreekt"), "the-end-of-the-body": (b"</s:Body><s:Body>", "Na soap:Body volgt nog een element"),
             "doctype": (b"<!DOCTYPE x><x/>", "DOCTYPE"), "no-utf-8": (b"\xff\xfe\xfd", "geen UTF-8"), "space": (b" ", "dat van de bewerking"),
             "zeros": (bytes(64), "XML 1.0 niet toestaat"), "entity": (b"<x>&onbekend;</x>", "verwijzing met &"),
             "another-operation": (b'<o:RaadpleegAutorisatie xmlns:o="urn:inburgering:cvs-isi:algemeen:v1"/>', "a digest or the signature differs")}
    return [(f"plaintext-{name}", sealed_bytes(data), why) for name, (data, why) in texts.items()]


def _manager(stand):
    manager = xmlsec.KeysManager()
    manager.add_key(xmlsec.Key.from_file(str(stand.gateway.zoo / "server-rsa.key"), xmlsec.KeyFormat.PEM))
    return manager


def _costs():
    """Whether the key or the data could not be decrypted shows in no answer; nor may it in the work that was done. Medians of many."""
    kinds = {"key": cipher(KEY, turned(128)), "zeros": cipher(KEY, lambda data: bytes(256)), "tag": cipher(DATA, turned(-1))}

    def run(stand):
        spent, answers = {name: [] for name in kinds}, []
        requests = {name: forging.request(make(stand)) for name, make in kinds.items()}
        with stand.door_of(SE).connect(wire.TIMEOUT) as connection:
            for _ in range(80):
                for name, data in requests.items():
                    before = stand.cpu_ms()
                    connection.sendall(data)
                    answers = wire.listen(connection).answers
                    spent[name].append(stand.cpu_ms() - before)
        medians = {name: statistics.median(values) for name, values in spent.items()}
        uneven = max(medians.values()) > 1.25 * min(medians.values())
        return Seen(answers, problems=[f"the one costs more than the other: {medians} ms"] if uneven else [])
    return case("A23-costs-the-same-whatever-fails", run, ONE_FAULT, SE, cpu_ms=3_000, records=None, also=as_usual, slow=True)


def cases():
    sound = {"sound": {}, "sound-aes-128": {"cipher": xmlsec.Transform.AES128_GCM, "bits": 128}}
    found = [case(f"A23-{name}", sends(functools.partial(encrypted, **options)), OK, SE, cpu_ms=30) for name, options in sound.items()]
    # The same algorithm under its name of 2009, with the mask that goes without saying.
    found.append(case("A23-sound-oaep-of-2009", sends(replaced(b"2001/04/xmlenc#rsa-oaep-mgf1p", b"2009/xmlenc11#rsa-oaep")), OK, SE, cpu_ms=30))
    found.append(_costs())
    rows = _bytes() + _algorithms() + _forms() + _inside() + _other_plaintexts()
    return found + [case(f"A23-{name}", sends(make), ONE_FAULT, SE, why=why, also=as_usual, cpu_ms=40) for name, make, why in rows]
