"""A01, A02: document types, entities, processing instructions and inclusions. Nothing of it is ever followed."""
import soap
from case import OK, Case, fault
from messages import at, edited, envelope, post

REFUSED = fault("0001")


def _targets(stand):
    canary = stand.canary
    return {"http": canary.url, "https": canary.url.replace("http", "https"),
            "ftp": canary.url.replace("http", "ftp"),
            "file": canary.file.as_uri(), "pipe": canary.pipe.as_uri(), "path": str(canary.file),
            "passwd": "file:///etc/passwd",
            "proc": "file:///proc/self/environ", "device": "file:///dev/zero",
            "php": "php://filter/resource=/etc/passwd",
            "expect": "expect://id", "jar": f"jar:{canary.url}!/x", "relative": "../../../../etc/passwd",
            "data": "data:text/plain,abc", "netdoc": "netdoc:/etc/passwd",
            "gopher": canary.url.replace("http", "gopher")}


KINDS = {
    "external-entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "{0}">]>',
    "external-subset": '<!DOCTYPE x SYSTEM "{0}">',
    "public-subset": '<!DOCTYPE x PUBLIC "-//A//B//NL" "{0}">',
    "parameter-entity": '<!DOCTYPE x [<!ENTITY % p SYSTEM "{0}"> %p;]>',
}
TARGETS = {"external-entity": ("http", "https", "ftp", "file", "pipe", "path", "passwd", "proc", "device", "php",
                               "expect",
                               "jar", "relative", "data", "netdoc", "gopher"),
           "external-subset": ("http", "file", "pipe", "relative"), "public-subset": ("http", "file"),
           "parameter-entity": ("http", "file", "pipe", "device")}


def _external():
    def make(kind, target):
        def maker(stand):
            doctype = KINDS[kind].format(_targets(stand)[target])
            return post(stand, prolog=doctype, content="&e;" if kind == "external-entity" else "")
        return maker
    return [Case(f"A01-{kind}-{target}", make(kind, target), REFUSED) for kind, targets in TARGETS.items()
            for target in targets]


DOCTYPES = {
    "empty": "<!DOCTYPE x>",
    "internal-subset": "<!DOCTYPE x []>",
    "element-declaration": "<!DOCTYPE x [<!ELEMENT x ANY>]>",
    "default-attribute": '<!DOCTYPE x [<!ATTLIST x y CDATA "z">]>',
    "notation": '<!DOCTYPE x [<!NOTATION n SYSTEM "n">]>',
    "unparsed-entity": '<!DOCTYPE x [<!NOTATION n SYSTEM "n"><!ENTITY u SYSTEM "u" NDATA n>]>',
    "conditional-section": "<!DOCTYPE x [<![INCLUDE[<!ELEMENT x ANY>]]>]>",
    "exfiltration": '<!DOCTYPE x [<!ENTITY % f SYSTEM "file:///etc/hostname"><!ENTITY % u "<!ENTITY s SYSTEM \'http://127.0.0.1:9/%f;\'>">%u;]>',
    "lower-case": "<!doctype x>",
    "behind-a-comment": "<!-- x --><!DOCTYPE x>",
    "behind-a-declaration": '<?xml version="1.0"?><!DOCTYPE x>',
    "behind-white-space": "\n\n <!DOCTYPE x>",
    "behind-a-mark": "\ufeff<!DOCTYPE x>",
    "twice": "<!DOCTYPE x><!DOCTYPE x>",
    "unfinished": "<!DOCTYPE x [",
    "keyword-in-two": "<!DOC TYPE x>",
    "redefines-amp": '<!DOCTYPE x [<!ENTITY amp "a">]>',
}


def _doctypes():
    found = [Case(f"A01-doctype-{name}", at("prolog", text), REFUSED) for name, text in DOCTYPES.items()]
    inside = {"block": "in-the-header", "content": "in-the-body", "behind": "behind-the-operation",
              "epilog": "behind-the-root"}
    found += [Case(f"A01-doctype-{name}", at(place, "<!DOCTYPE x>"), REFUSED) for place, name in inside.items()]
    found += [Case(f"A01-declaration-{name.lower()}-in-the-body", at("content", f"<!{name} x>"), REFUSED)
              for name in ("ENTITY", "ELEMENT", "ATTLIST", "NOTATION")]
    return found


INSTRUCTIONS = {"stylesheet": '<?xml-stylesheet href="{0}" type="text/xsl"?>', "php": "<?php system('id'); ?>",
                "empty": "<?x?>", "late-declaration": '<?xml version="1.0"?>', "model": '<?xml-model href="{0}"?>',
                "oasis-catalogue": '<?oasis-xml-catalog catalog="{0}"?>'}
INSTRUCTION_PLACES = {"prolog": "first", "block": "in-the-header", "content": "in-the-body", "epilog": "last"}


def _instructions():
    def make(text, place):
        return lambda stand: post(stand, **{place: " " * (place == "prolog") + text.format(stand.canary.url)})
    return [Case(f"A01-instruction-{name}-{where}", make(text, place), REFUSED)
            for name, text in INSTRUCTIONS.items() for place, where in INSTRUCTION_PLACES.items()
            if not (name == "late-declaration" and place == "prolog")]


def _inclusions():
    """XInclude is an element like any other: unknown in a body, ignored in a header of the open listener."""
    def include(stand, target, more=""):
        return f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{_targets(stand)[target]}"{more}/>'

    def make(place, target, more=""):
        return lambda stand: post(stand, **{place: include(stand, target, more)})
    found = []
    for target in ("http", "file", "pipe"):
        found.append(Case(f"A01-xinclude-in-the-body-{target}", make("content", target), fault("0004")))
        found.append(Case(f"A01-xinclude-as-text-{target}", make("content", target, ' parse="text"'), fault("0004")))
        found.append(Case(f"A01-xinclude-in-the-header-{target}", make("block", target), OK))
        found.append(Case(f"A01-xinclude-beside-the-operation-{target}", make("behind", target), REFUSED))
    return found


def laughs(depth, fanout):
    levels = ['<!ENTITY l0 "ha">'] + [f'<!ENTITY l{n} "{f"&l{n - 1};" * fanout}">' for n in range(1, depth + 1)]
    return f"<!DOCTYPE x [{''.join(levels)}]>", f"&l{depth};"


def _expansions():
    found = []
    for depth, fanout in ((1, 10), (5, 10), (9, 10), (20, 2), (30, 2), (3, 100), (2, 1000), (100, 2)):
        doctype, use = laughs(depth, fanout)
        found.append(Case(f"A02-laughs-{depth}-levels-of-{fanout}",
                          lambda stand, d=doctype, u=use: post(stand, prolog=d, content=u), REFUSED))
    for size, uses in ((1_000, 1_000), (50_000, 5_000), (100_000, 10_000)):
        doctype = f'<!DOCTYPE x [<!ENTITY q "{"a" * size}">]>'
        found.append(Case(f"A02-quadratic-{size}-times-{uses}",
                          lambda stand, d=doctype, n=uses: post(stand, prolog=d, content="&q;" * n), REFUSED))
    loops = {"itself": '<!ENTITY a "&a;">', "two": '<!ENTITY a "&b;"><!ENTITY b "&a;">',
             "parameter": '<!ENTITY % a "%b;"><!ENTITY % b "%a;"> %a;',
             "in-an-attribute": "<!ENTITY a \"<x y='&a;'/>\">"}
    for name, text in loops.items():
        found.append(Case(f"A02-loop-{name}", lambda stand,
                          t=text: post(stand, prolog=f"<!DOCTYPE x [{t}]>", content="&a;"),
                          REFUSED))
    return found


REFERENCES = {"undeclared": "&x;", "of-html": "&nbsp;", "nul": "&#0;", "control": "&#1;", "escape": "&#x1b;",
              "not-a-character": "&#xFFFF;", "surrogate": "&#xD800;", "past-unicode": "&#1114112;",
              "arithmetic-32": "&#4294967361;", "arithmetic-64": "&#18446744073709551681;",
              "endless-digits": "&#" + "0" * 5000 + "65;", "no-digits": "&#;", "no-hex-digits": "&#x;",
              "negative": "&#-65;",
              "plus": "&#+65;", "upper-x": "&#X41;", "empty": "&;", "bare": "&", "without-semicolon": "&amp",
              "parameter": "%x;", "space": "& amp;", "other-case": "&AMP;"}


def _references():
    places = {"content": "in-text", "token": "in-the-header"}
    found = [Case(f"A02-reference-{name}-{where}", at(place, text if name != "parameter" else "&%x;"), REFUSED)
             for name, text in REFERENCES.items() for place, where in places.items()]
    found += [Case(f"A02-reference-{name}-in-an-attribute", at("operation_tag", f' x="{text}"'), REFUSED)
              for name, text in REFERENCES.items() if name != "parameter"]
    # Legal ones, as many as fit: read, and then no text is allowed there.
    for count in (1_000, 10_000):
        found.append(Case(f"A02-references-{count}-legal", at("content", "&#65;" * count), fault("0004")))
    found.append(Case("A02-reference-predefined-in-a-password", edited(b"</wsse:Password>", b"&amp;</wsse:Password>"),
                      fault("0002"), cpu_ms=900, rss_kb=70_000))
    return found


def cases():
    return (_external() + _doctypes() + _instructions() + _inclusions() + _expansions() + _references() +
            [Case("A01-parameter-entity-in-utf-7",
                  lambda stand: soap.request("algemeen", b"+ADwAIQ-DOCTYPE x+AD4-" + envelope(stand).encode()),
                  REFUSED)])
