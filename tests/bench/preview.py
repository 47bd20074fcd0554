"""Measures previews: from the write of a file until its new bytes come over one kept-open connection to the loopback address.

Linux only: the figures of the server's processes are read from `/proc`.
"""
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time

TICKS = os.sysconf("SC_CLK_TCK")
# Seconds: until the server answers, until an edit is seen on its page, and after which other pages count as stale.
READY, SEEN, STALE = 600, 60, 15


def measure(peers, corpus, work, output, edits):
    """Figures of every preview of every peer, by its name. The sites are put together anew, because they are edited."""
    with open(os.path.join(corpus, "probes.json"), encoding="utf-8") as file:
        probes = json.load(file)
    figures = {}
    for peer in peers:
        for name, words in peer.entry.get("serve", {}).items():
            root = os.path.join(work, "preview")
            peer.put_together(corpus, root)
            preview = Preview(peer, words, root, output)
            try:
                figures[name] = preview.measure(probes, edits)
            finally:
                preview.end()
            print(f"  {name}: ready in {figures[name]['ready']:.2f} s", file=sys.stderr, flush=True)
    return figures


class Preview:
    """One running preview and the site that it shows."""

    def __init__(self, peer, words, root, output):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.peer = peer
        self.root = root
        self.output = output
        self.connection = None
        self.edits = 0
        shutil.rmtree(output, ignore_errors=True)
        self.started = time.monotonic()
        command = peer.command(words, root=root, output=output, port=self.port)
        # A session of its own, so that its helpers end with it.
        self.process = subprocess.Popen(
            command, cwd=peer.folder(root), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True)

    def measure(self, probes, edits):
        """All figures: lists of seconds, nothing in place of those that did not come in time."""
        lesson, others = probes["lesson"], [probes["article"], probes["plan"]]
        if self.until(lesson["url"], b"</article>", READY, every=0.02) is None:
            raise SystemExit(f"the preview of {self.peer.name} does not answer")
        found = {"ready": time.monotonic() - self.started}
        self.settle()
        found["memory"] = self.memory()
        page = os.path.join(self.root, "content", lesson["file"])
        original = read(page)

        def body(token):
            write(page, original + b"\n" + token + b"\n")

        def title(token):
            write(page, original.replace(b'title: "', b'title: "' + token + b" ", 1))

        # The first edit wakes what sleeps and is not counted.
        bodies = [self.edit(body, lesson["url"]) for _ in range(edits + 1)][1:]
        found["body"] = [took["seen"] for took in bodies]
        found["cpu"] = [took["cpu"] for took in bodies]
        found["away"] = [took["away"] for took in bodies]
        lists = self.peer.entry.get("lists", True)
        titles = self.edits_until_stale(edits, lambda _: self.edit(title, lesson["url"], lesson["listing"])) if lists else []
        found["listing"] = [took["other"] for took in titles]
        write(page, original)
        time.sleep(1)
        self.settle()
        base = os.path.join(self.root, self.peer.entry["base"])
        shell = read(base)

        def template(token):
            write(base, shell.replace(b"<footer><p>", b"<footer><p>" + token + b" ", 1))

        templates = self.edits_until_stale(edits, lambda at: self.edit(template, lesson["url"], others[at % 2]["url"]))
        found["template"] = [took["seen"] for took in templates]
        found["unseen"] = [took["other"] for took in templates]
        found["template_cpu"] = [took["cpu"] for took in templates]
        found["memory_after"] = self.memory()
        return found

    def edits_until_stale(self, count, edit):
        """Makes edits, and no more after one that another page has not followed: it would be waited for again and again."""
        done = []
        for at in range(count):
            done.append(edit(at))
            if done[-1]["other"] is None:
                break
        return done

    def edit(self, change, url, other=None):
        """Makes one edit: seconds until its token stands at `url` and at `other`, in which `url` was not served, and of CPU until idle."""
        self.edits += 1
        token = f"dau{self.edits}x".encode()
        # Not in step with a server that looks at its files by a clock.
        time.sleep(0.05 + self.edits * 0.37 % 0.5)
        before = self.cpu()
        start = time.monotonic()
        change(token)
        self.away = 0.0
        took = {"seen": self.until(url, token, SEEN), "away": self.away, "other": None}
        if other and took["seen"] is not None and self.until(other, token, STALE) is not None:
            took["other"] = time.monotonic() - start
        self.settle()
        took["cpu"] = self.cpu() - before
        return took

    def until(self, url, token, limit, every=0.002):
        """Seconds until `token` stands in the page; nothing after `limit`."""
        start = last = time.monotonic()
        self.away = 0.0
        while True:
            status, body = self.get(url)
            now = time.monotonic()
            if status != 200:
                self.away += now - last
            last = now
            if status == 200 and token in body:
                return now - start
            if now - start > limit:
                return None
            time.sleep(every)

    def get(self, url):
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            self.connection.request("GET", url)
            answer = self.connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            self.close()
            return 0, b""

    def close(self):
        if self.connection is not None:
            self.connection.close()
        self.connection = None

    def settle(self):
        """Waits until the processes are idle: the rest of an update may go on after the page is served."""
        end, calm, last = time.monotonic() + SEEN, 0, self.cpu()
        while time.monotonic() < end and calm < 4:
            time.sleep(0.15)
            now = self.cpu()
            calm = calm + 1 if now - last < 1.5 / TICKS else 0
            last = now

    def cpu(self):
        """Seconds of CPU of the server and its helpers."""
        ticks = 0
        for process in descendants(self.process.pid):
            fields = proc(process, "stat").rpartition(")")[2].split()
            ticks += sum(int(field) for field in fields[11:15])
        return ticks / TICKS

    def memory(self):
        """Bytes of memory of the server and its helpers, shared ones in proportion."""
        shares = (re.search(r"^Pss:\s+(\d+)", proc(process, "smaps_rollup"), re.M) for process in descendants(self.process.pid))
        return sum(int(share.group(1)) * 1024 for share in shares if share)

    def end(self):
        """Ends the processes and removes what they wrote."""
        self.close()
        for last in (signal.SIGINT, signal.SIGKILL):
            if self.process.poll() is None:
                try:
                    os.killpg(self.process.pid, last)
                    self.process.wait(10)
                except (ProcessLookupError, subprocess.TimeoutExpired):
                    continue
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(self.root, ignore_errors=True)


def proc(process, name):
    """A file about a process; empty when it has ended."""
    try:
        with open(f"/proc/{process}/{name}", encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def descendants(process):
    """A process and all that it has started."""
    found = [process]
    try:
        threads = os.listdir(f"/proc/{process}/task")
    except OSError:
        return found
    for thread in threads:
        for child in proc(process, f"task/{thread}/children").split():
            found += descendants(int(child))
    return found


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)
