"""What can go wrong between a client and a server: each fault is a name, and what it does to one exchange
(fault_proxy.Exchange)."""
import re
import time

# What RFC 4791 (sections 1.3, 5.3.2.1), RFC 6638 and RFC 4331 let a server say with a 403, and some with a 409 or 507.
PRECONDITIONS = {
    403: ["C:supported-calendar-data", "C:valid-calendar-data", "C:valid-calendar-object-resource",
          "C:supported-calendar-component", "C:no-uid-conflict", "C:calendar-collection-location-ok",
          "C:max-resource-size", "C:min-date-time", "C:max-date-time", "C:max-instances",
          "C:max-attendees-per-instance", "C:initialize-calendar-collection", "C:unique-scheduling-object-resource",
          "C:same-organizer-in-all-components", "C:allowed-organizer-scheduling-object-change",
          "C:allowed-attendee-scheduling-object-change", "D:need-privileges", "D:resource-must-be-null",
          "D:number-of-matches-within-limits"],
    409: ["C:no-uid-conflict", "C:calendar-collection-location-ok"],
    507: ["D:quota-not-exceeded", "D:sufficient-disk-space"],
}
ERROR = ('<?xml version="1.0"?>\n<D:error xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><{}/>'
         "<D:responsedescription>Not this one</D:responsedescription></D:error>")
PLAIN = {400: {}, 401: {"WWW-Authenticate": 'Basic realm="x"'}, 403: {}, 404: {}, 405: {}, 409: {}, 410: {}, 412: {},
         413: {}, 415: {}, 423: {}, 429: {"Retry-After": "0"}, 500: {}, 501: {}, 502: {}, 503: {"Retry-After": "0"},
         504: {}, 507: {}}
XML = {"Content-Type": "application/xml; charset=utf-8"}
MULTISTATUS = ('<?xml version="1.0"?>\n{}<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">{}'
               "</D:multistatus>")


def reply(exchange, status, headers, body=b""):
    """An answer that the server itself never gave."""
    answer = exchange.no_answer()
    answer.status, answer.headers, answer.body = status, list(headers.items()), body
    exchange.answer(answer)


def refusing(status, headers, body=""):
    return lambda exchange: reply(exchange, status, headers, body.encode())


def passing(change):
    """The server's own answer, changed on its way."""
    def fault(exchange):
        answer = exchange.forward()
        change(answer)
        exchange.answer(answer)
    return fault


def dropped(exchange):
    exchange.hang_up()


def lost(exchange):
    exchange.forward()
    exchange.hang_up()


def doubled(exchange):
    exchange.forward()
    exchange.answer(exchange.forward())


def late_request(exchange):
    time.sleep(0.05)
    exchange.answer(exchange.forward())


def late_answer(exchange):
    answer = exchange.forward()
    time.sleep(0.05)
    exchange.answer(answer)


def cut_body(exchange):
    answer = exchange.forward()
    exchange.send(answer.head(len(answer.body) or 1) + answer.body[:len(answer.body) // 2])
    exchange.hang_up()


def cut_head(exchange):
    exchange.send(exchange.forward().head(0)[:20])
    exchange.hang_up()


def slow(exchange):
    """Drips, and comes to its end."""
    answer = exchange.forward()
    whole = answer.head(len(answer.body)) + answer.body
    pieces = max(len(whole) // 20, 1)
    for i in range(0, len(whole), pieces):
        exchange.send(whole[i:i + pieces])
        time.sleep(0.002)


def killed_before(exchange):
    exchange.kill()
    exchange.hang_up()


def killed_after(exchange):
    exchange.forward()
    exchange.kill()
    exchange.hang_up()


def no_http(exchange):
    exchange.send(b"SSH-2.0-OpenSSH_9.2\r\n")
    exchange.hang_up()


def headers_without(answer, name):
    return [header for header in answer.headers if header[0].lower() != name]


def no_etag(answer):
    answer.headers = headers_without(answer, "etag")
    answer.body = re.sub(rb"<(\w+:)?getetag>[^<]*</(\w+:)?getetag>", rb"<\1getetag/>", answer.body)


def weak_etag(answer):
    answer.headers = [(name, "W/" + value if name.lower() == "etag" else value) for name, value in answer.headers]
    answer.body = re.sub(rb"(<(?:\w+:)?getetag>)(&quot;|\")", rb"\1W/\2", answer.body)


def encoded_hrefs(answer):
    """Says the same otherwise: octets that need no escape are escaped, in small letters (RFC 3986, section 6.2.2)."""
    def encoded(match):
        return match[1] + re.sub(rb"(?<!%)(?<!%\w)[-._aeiou](?!\w*:)", lambda c: b"%%%02x" % c[0][0], match[2]) + match[3]
    answer.body = re.sub(rb"(<(?:\w+:)?href>)(/[^<]*)(</)", encoded, answer.body)


def without_some(answer):
    """The last object of an answer to a multiget is missing, and nothing says so."""
    if b"calendar-data" in answer.body:
        answer.body = re.sub(rb"<((?:\w+:)?response)>(?:(?!<(?:\w+:)?response>).)*</\1>(?=\s*</(?:\w+:)?multistatus>)", b"",
                             answer.body, count=1, flags=re.S)


def cut_xml(answer):
    """It looks whole to HTTP, but is not."""
    if answer.status == 207:
        answer.body = answer.body[:len(answer.body) * 2 // 3]


def other_namespace(answer):
    answer.body = answer.body.replace(b'"DAV:"', b'"http://example.org/dav"')


def changed_body(exchange):
    """The server rewrites what it is given, and so gives it no ETag (RFC 4791, section 5.3.4)."""
    exchange.body = exchange.body.replace(b"END:VEVENT", b"X-SERVER-SAYS;WHY=habit:rewritten\r\nEND:VEVENT")
    answer = exchange.forward()
    answer.headers = headers_without(answer, "etag")
    exchange.answer(answer)


def portal(exchange):
    """A page of a hotel's network takes the place of the answer."""
    if exchange.method == "DELETE":
        return dropped(exchange)
    return reply(exchange, 200, {"Content-Type": "text/html"}, b"<html><body>Please log in</body></html>")


def refused_token(status, precondition):
    def fault(exchange):
        asked = re.search(rb"sync-token>([^<]+)</", exchange.body)
        if exchange.method != "REPORT" or not asked:
            return exchange.answer(exchange.forward())
        return reply(exchange, status, XML, ERROR.format(precondition).encode())
    return fault


def cut_listing(exchange):
    """Tells that it did not tell all, and gives no way to ask on (RFC 6578, section 3.6)."""
    answer = exchange.forward()
    if exchange.method == "REPORT" and b"sync-collection" in exchange.body:
        more = f"<D:response><D:href>{exchange.path}</D:href><D:status>HTTP/1.1 507 Full</D:status></D:response>"
        answer.status, answer.body = 207, MULTISTATUS.format("", more).encode()
    exchange.answer(answer)


def multistatus(content, before=""):
    return refusing(207, XML, MULTISTATUS.format(before, content))


def bomb():
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE bomb [<!ENTITY a0 "boom">{entities}]>'


def sent_elsewhere(status):
    return lambda exchange: reply(exchange, status, {"Location": exchange.proxy.elsewhere + exchange.path})


def sent_home(exchange):
    """To the same place: what comes again is done."""
    reply(exchange, 307, {"Location": exchange.proxy.url.rstrip("/") + exchange.path})


def silent(exchange):
    """Takes the request and says nothing until the client gives up."""
    exchange.connection.recv(1)


def dripping(exchange):
    """Never comes to an end, a byte at a time."""
    exchange.send(b"HTTP/1.1 207 Multi-Status\r\nContent-Type: application/xml\r\nContent-Length: 1000000\r\n\r\n")
    while True:
        exchange.send(b" ")
        time.sleep(0.2)


def endless(begin, piece):
    def fault(exchange):
        exchange.send(b"HTTP/1.1 207 Multi-Status\r\nContent-Type: application/xml\r\nConnection: close\r\n\r\n" + begin)
        while True:
            exchange.send(piece)
    return fault


def endless_headers(exchange):
    exchange.send(b"HTTP/1.1 207 Multi-Status\r\n")
    while True:
        exchange.send(b"X-More: and more\r\n" * 1000)


def million(exchange):
    one = "<D:response><D:href>/{}.ics</D:href><D:status>HTTP/1.1 200 OK</D:status></D:response>"
    multistatus("".join(map(one.format, range(1_000_000))))(exchange)


OPEN = MULTISTATUS.format("", "").partition("</D:multistatus>")[0].encode()
SMALL = {
    None: lambda exchange: exchange.answer(exchange.forward()),
    "dropped": dropped, "lost": lost, "doubled": doubled, "late request": late_request, "late answer": late_answer,
    "cut body": cut_body, "cut head": cut_head, "slow": slow, "kill": killed_before, "killed": killed_after,
    "no http": no_http, "no etag": passing(no_etag), "weak etag": passing(weak_etag),
    "encoded hrefs": passing(encoded_hrefs), "without some": passing(without_some), "cut xml": passing(cut_xml),
    "other namespace": passing(other_namespace), "changed body": changed_body, "portal": portal,
    "token 403": refused_token(403, "D:valid-sync-token"), "token 409": refused_token(409, "D:valid-sync-token"),
    "token 410": refused_token(410, "D:gone"), "token 412": refused_token(412, "D:valid-sync-token"),
    "token 500": refused_token(500, "D:oops"), "cut listing": cut_listing,
    "no xml": refusing(207, XML, "It works!"), "empty": multistatus(""), "bomb": multistatus("<D:x>&a9;</D:x>", bomb()),
    "external": multistatus("<D:x>&a;</D:x>", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "deep": multistatus("<D:x>" * 10_000 + "</D:x>" * 10_000),
    "again later": refusing(429, {"Retry-After": "86400"}), "busy till": refusing(503, {"Retry-After": "Fri, 31 Dec 1999"}),
    "302": sent_elsewhere(302), "307": sent_elsewhere(307), "308": sent_elsewhere(308), "home": sent_home,
    **{f"{status}": refusing(status, headers) for status, headers in PLAIN.items()},
    **{f"{status} {name}": refusing(status, XML, ERROR.format(name)) for status in PRECONDITIONS
       for name in PRECONDITIONS[status]},
}
# What only a limit ends: they are for tests that set these limits, one at a time.
LARGE = {
    "silent": silent, "dripping": dripping, "endless": endless(OPEN, b"<D:response/>" * 5000),
    "endless text": endless(OPEN, b"-" * 65536), "endless headers": endless_headers,
    "a million": million,
}
FAULTS = SMALL | LARGE
