#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image; it stops at the first fault, so that
# a broken image is seen before the first student.
set -euo pipefail
root=${AUTOGRADER_ROOT:-/autograder}
course=$root/source/course

python=
for name in python3.13 python3.12 python3.11 python3; do
  if "$name" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$name
    break
  fi
done
if [ -z "$python" ]; then  # such as on Ubuntu 22.04
  export DEBIAN_FRONTEND=noninteractive
  apt-get update
  apt-get install -y software-properties-common
  add-apt-repository -y ppa:deadsnakes/ppa
  apt-get update
  apt-get install -y python3.12 python3.12-venv
  python=python3.12
fi

[ -x "$root/venv/bin/python" ] || "$python" -m venv "$root/venv"
export PATH=$root/venv/bin:$PATH PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
pip install --require-hashes --no-deps --requirement "$course/requirements.txt"
pip install --no-deps --no-index --force-reinstall "$course/WHEEL"
python -m compileall -q "$root/venv" || true  # only to start faster; some packages hold Python 2

# Enter the assignment into an empty gradebook, and run the reference solution.
cd "$course"
ISOCENTER_DATA=$course/data isocenter build ASSIGNMENT
isocenter doctor || echo "this image cannot keep student code apart from the tests: see above"
