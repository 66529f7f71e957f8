"""Writes cells of its own by the shell's payloads, `set_next_input` and `%recall`.

exam: equals calls
"""
# %%
shell = get_ipython()
shell.set_next_input("answer = 4242.25", replace=True)
shell.payload_manager.write_payload({"source": "set_next_input", "text": "1", "replace": True})
shell.run_line_magic("precision", "0")
shell.run_line_magic("xmode", "Minimal")
