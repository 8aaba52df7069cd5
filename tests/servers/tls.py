"""jalon over TLS and HTTP/2, through nginx before a real server. Started by servers.py as NAME+tls."""
import os
import pathlib
import unittest
import urllib.parse

from end_to_end import THREE, URL, USER, EndToEnd

REQUESTS = pathlib.Path(os.environ["JALON_SERVER_FOLDER"]) / "nginx/requests"


class Tls(EndToEnd):
    def requests(self):
        """What the tool has asked so far: its protocol, connection and method."""
        told = [line.split() for line in REQUESTS.read_text().splitlines()]
        return [words[1:4] for words in told if words[0] == "jalon"]

    def test_carries_all_of_a_run_in_one_connection(self):
        self.write("".join(f"- Call {i} — December {i} at 12\n" for i in range(1, 31)))
        before = len(self.requests())
        self.assertEqual(self.sync(), {"created": 30})
        self.assertEqual(len(self.objects()), 30)  # after which the log holds all that came before
        asked = self.requests()[before:]
        self.assertEqual({protocol for protocol, _, _ in asked}, {"HTTP/2.0"})
        self.assertEqual(len([method for _, _, method in asked if method == "PUT"]), 30)
        self.assertEqual(len({connection for _, connection, _ in asked}), 1)
        self.assertEqual(self.sync(), {"unchanged": 30})

    def test_syncs_edits_of_both_sides(self):
        self.write(THREE)
        self.assertEqual(self.sync(), {"created": 3})
        self.edit("Call Lea", "T120000", "T110000")
        self.write(THREE.replace("at Chez Lola", "at Chez Paul"))
        self.assertEqual(self.sync("--yes"), {"updated": 1, "kept": 1, "unchanged": 1})
        self.assertEqual(self.sync("--yes", command="remove"), {"deleted": 3})

    def refusal(self, url, *words):
        return self.run_tool("account", "add", "other", url, "--user", USER, "--password-env", "ITS_PASSWORD", *words,
                             code=2).stderr

    def test_refuses_who_cannot_be_known(self):
        trust = ("--ca-file", os.environ["JALON_SERVER_CA"])
        port = urllib.parse.urlsplit(URL).port
        self.assertIn("unknown authority", self.refusal(URL))
        self.assertIn("another server", self.refusal(f"https://127.0.0.1:{port}/", *trust))
        self.assertIn("expired", self.refusal(os.environ["JALON_SERVER_EXPIRED"], *trust))


del EndToEnd  # it has no tests of its own

if __name__ == "__main__":
    unittest.main()
