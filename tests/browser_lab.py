"""JupyterLab as `make lab` starts it, for a browser to visit."""

import contextlib
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

from conftest import ROOT

TOKEN = "only-this-test-knows"
SCREENSHOTS = os.environ.get("ISOCENTER_SCREENSHOTS")


def arguments():
    """Return what `make lab` tells `jupyter lab`, without what root needs."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    names = dict(re.findall(r"^([A-Z]+) :?= (.*)$", makefile, re.M))
    (line,) = re.findall(
        r"^\t@\$\(BIN\)/jupyter lab (\$\(\w+\)) \$\(if .*--allow-root\)$", makefile, re.M
    )
    while found := re.search(r"\$\((\w+)\)", line):
        line = line.replace(found[0], names[found[1]])
    return shlex.split(line)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Lab:
    """A server in a course's folder; it and its kernels end with the block."""

    def __init__(self, root, home):
        self.root, self.home = root, home
        self.ready, self.log = threading.Event(), []

    def __enter__(self):
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        settings = self.home / "settings" / "@jupyterlab"
        for name, text in {
            # All cells are in the page, not only those on the screen.
            "notebook-extension/tracker": '{"windowingMode": "none"}',
            "apputils-extension/notification": '{"fetchNews": "false", "checkForUpdates": false}',
        }.items():
            path = settings / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        folders = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
        own = {name: str(self.home / name.lower()) for name in folders}
        own["JUPYTERLAB_SETTINGS_DIR"] = str(self.home / "settings")
        own["JUPYTERLAB_WORKSPACES_DIR"] = str(self.home / "workspaces")
        here = [f"--ServerApp.port={port}", "--ServerApp.port_retries=0", "--no-browser"]
        here += ["--ServerApp.ip=127.0.0.1", f"--IdentityProvider.token={TOKEN}"]
        as_root = ["--allow-root"] if os.geteuid() == 0 else []
        self.process = subprocess.Popen(
            [Path(sys.executable).parent / "jupyter", "lab", *arguments(), *here, *as_root],
            cwd=self.root,
            env={**os.environ, **own, "HOME": str(self.home)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        if not self.ready.wait(90) or self.process.poll() is not None:
            self.__exit__()
            raise RuntimeError("the server did not start:\n" + "".join(self.log))
        return self

    def _read(self):
        for line in self.process.stdout:
            self.log.append(line)
            if f"{self.url}/lab" in line:
                self.ready.set()
        self.ready.set()

    def __exit__(self, *_):
        self.process.terminate()  # it ends its kernels itself
        try:
            self.process.wait(30)
        finally:
            with contextlib.suppress(ProcessLookupError):  # what a button has begun
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.reader.join(10)
            self.process.stdout.close()


class Visitor:
    """A person at a browser: what ran there that should not, and pictures of what was seen."""

    def __init__(self, browser, lab, folder):
        self.lab, self.folder, self.ran = lab, folder, []
        self.context = browser.new_context(viewport={"width": 1400, "height": 900})
        self.asked = []
        self.context.route(lambda url: not url.startswith((lab.url, "file:", "data:")), self._block)
        self.context.on("dialog", self._refuse)
        self.page = self.context.new_page()
        self.open(f"/lab?token={TOKEN}&reset")

    def _block(self, route):
        self.asked.append(route.request.url)
        route.abort()

    def _refuse(self, dialog):
        if dialog.type == "beforeunload":  # JupyterLab's own, of a notebook that is not saved
            dialog.accept()
            return
        self.ran.append(dialog.message)
        dialog.dismiss()

    def open(self, path):
        self.page.goto(self.lab.url + path)

    def picture(self, name, page=None):
        self.folder.mkdir(parents=True, exist_ok=True)
        (page or self.page).screenshot(path=self.folder / f"{name}.png")

    def close(self):
        self.context.close()
