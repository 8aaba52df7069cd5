"""Cyrus: its httpd serves the calendars; its imapd makes the account's mailbox, without which there are none."""
import getpass
import imaplib
import os
import shutil

SETTINGS = """configdirectory: {at}/conf
proc_path: {at}/conf/proc
mboxname_lockpath: {at}/conf/lock
defaultpartition: default
partition-default: {at}/mail
servername: bench
defaultdomain: bench
admins: cyrus
allowplaintext: yes
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: {at}/accounts
sasl_mech_list: PLAIN DIGEST-MD5
sasl_reauth_timeout: 1440
httpmodules: caldav
httpallowcompress: 0
caldav_allowscheduling: off
caldav_realm: bench
calendar_user_address_set: bench
sievedir: {at}/sieve
idlesocket: {at}/sock/idle
notifysocket: {at}/sock/notify
lmtpsocket: {at}/sock/lmtp
altnamespace: no
unixhierarchysep: no
hashimapspool: true
delete_mode: immediate
"""
SERVICES = """START {{
  recover cmd="/usr/lib/cyrus/bin/ctl_cyrusdb -C {settings} -r"
}}
SERVICES {{
  imap cmd="imapd -C {settings} -U 30" listen="127.0.0.1:{imap}" prefork=0
  http cmd="httpd -C {settings} -U 1000" listen="127.0.0.1:{http}" prefork=1 maxchild=50
}}
EVENTS {{
}}
"""


def start(server):
    imap = server.free_port()
    folders = ["mail", "sieve", "sock"]
    folders += [f"conf/{part}" for part in ("db", "socket", "proc", "lock", "log", "msg", "ptclient", "user", "quota",
                                            "backup", "rpm")]
    for folder in folders:
        server.make_folder(folder)
    for user in (server.user, "cyrus"):
        server.run("/usr/sbin/saslpasswd2", "-p", "-c", "-f", str(server.folder / "accounts"), "-u", "bench", user,
                   text=server.password)
    settings = server.write("imapd.conf", SETTINGS.format(at=server.folder))
    programs = server.write("cyrus.conf", SERVICES.format(settings=settings, imap=imap, http=server.port))
    if os.geteuid() == 0:
        give(server.folder, "cyrus", "mail")
    owner = "cyrus" if os.geteuid() == 0 else getpass.getuser()
    server.spawn("/usr/sbin/cyrmaster", "-C", settings, "-M", programs, "-p", str(server.folder / "master.pid"), "-D",
                 account="cyrus", CYRUS_USER=owner)
    server.wait(server.url)
    with imaplib.IMAP4("127.0.0.1", imap, timeout=60) as mail:
        mail.login("cyrus", server.password)
        mail.create(f"user.{server.user}")


def give(folder, user, group):
    for path in [folder, *folder.rglob("*")]:
        shutil.chown(path, user, group)
