"""The settings of other clients, to be filled: for the tests and for the benchmark."""
VDIRSYNCER = """[general]
status_path = "{folder}/status/"
[pair all]
a = "server"
b = "here"
collections = null
[storage server]
type = "caldav"
url = "{url}"
username = "{user}"
password = "{password}"
[storage here]
type = "filesystem"
path = "{folder}/vdir"
fileext = ".ics"
"""
CALCURSE = """[General]
Hostname = {host}
Path = {path}
AuthMethod = basic
HTTPS = No
InsecureSSL = No
Binary = calcurse
DryRun = No
Verbose = No
[Auth]
Username = {user}
Password = {password}
"""
