"""Reads the terminal of Linux and macOS, with a parser that keeps pastes whole.

Textual's driver (written for 8.2.8) makes its parser where it reads, so reading is done here; all else is Textual's.
"""

import codecs
import os
import selectors

from textual.drivers.linux_driver import LinuxDriver

from screens.pastes import WholePastes

LOOK = 0.1
"""Seconds that a look at a silent terminal takes."""


class PasteDriver(LinuxDriver):
    """Textual's driver, with `WholePastes` for a parser."""

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again where it was given up, and there alone.

        SIGCONT comes with SIGHUP, too, when a window closes: taking the terminal a second time leaves the first
        threads running for ever, and with them a program that nobody sees.
        """
        if self._must_signal_resume:
            super()._sigcont_application()

    def run_input_thread(self) -> None:
        """Read until the program ends. Textual runs this in a thread of its own."""
        parser = WholePastes(self._debug)
        # What is no text is shown as such: it must not end the program.
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as terminal:
            terminal.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if terminal.select(LOOK):
                    sent = os.read(self.fileno, 4096)
                    if not sent:
                        return  # the window is gone: nothing comes any more, at once and for ever
                    if letters := decode(sent):  # of a letter cut in two, the first part is none yet
                        for event in parser.feed(letters):
                            self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
