"""SOGo, on PostgreSQL and memcached."""
import os
import signal

import services

SETTINGS = "/etc/sogo/sogo.conf"  # it must be able to read them, whatever else it is told
TABLES = """CREATE ROLE sogo LOGIN PASSWORD 'sogo';
CREATE DATABASE sogo OWNER sogo;
\\c sogo sogo
CREATE TABLE sogo_users (c_uid VARCHAR(60) PRIMARY KEY, c_name VARCHAR(60), c_password VARCHAR(256), c_cn VARCHAR(128),
mail VARCHAR(128));
INSERT INTO sogo_users VALUES ('{user}', '{user}', '{password}', 'Alice', 'alice@example.org');
"""


def start(server):
    """Words of its command line take the place of its one fixed file of settings."""
    if not os.access(SETTINGS, os.R_OK):
        raise RuntimeError(f"SOGo reads {SETTINGS}, which Debian lets only root and the account sogo do. Run this as root, "
                           f"or let everyone read it: sudo chmod o+r {SETTINGS}")
    database = services.Database(server, tcp=True)
    database.tell("postgres", TABLES.format(user=server.user, password=server.password))
    memory = server.free_port()
    server.spawn("memcached", "-l", "127.0.0.1", "-p", str(memory), "-U", "0", "-m", "64", account="sogo")
    base = f"postgresql://sogo:sogo@127.0.0.1:{database.port}/sogo"
    sources = (f'({{type = sql; id = users; viewURL = "{base}/sogo_users"; canAuthenticate = YES; isAddressBook = NO; '
               'userPasswordAlgorithm = plain;})')
    home = server.make_folder("home", "sogo")
    settings = {
        "SOGoProfileURL": f"{base}/sogo_user_profile",
        "OCSFolderInfoURL": f"{base}/sogo_folder_info",
        "OCSSessionsFolderURL": f"{base}/sogo_sessions_folder",
        "OCSEMailAlarmsFolderURL": f"{base}/sogo_alarms_folder",
        "SOGoUserSources": sources,
        "SOGoTimeZone": "UTC",
        "SOGoLanguage": "English",
        "SOGoMemcachedHost": f"127.0.0.1:{memory}",
        "SOGoAppointmentSendEMailNotifications": "NO",
        "SOGoMailDomain": "example.org",
        "SOGoMailSpoolPath": str(home),
        "SxVMemLimit": "512",
        "WOPort": f"127.0.0.1:{server.port}",
        "WOWorkersCount": "3",
        "WOLogFile": str(home / "log"),
        "WOPidFile": str(home / "pid"),
        "WONoDetach": "YES",
    }
    words = [word for name, value in settings.items() for word in (f"-{name}", value)]
    # Its other processes end with the first, but not when that one is asked politely.
    server.spawn("/usr/sbin/sogod", *words, account="sogo", ending=signal.SIGKILL, HOME=str(home))
    server.wait(f"{server.url}SOGo/dav/{server.user}/")
