# One-line wrappers; dev.py is the door, and works without make.
PYTHON ?= python3

.PHONY: run test lint types format setup schema pictures charts bench lock

run test lint types format setup schema pictures charts bench lock:
	$(PYTHON) dev.py $@
