"""The output formats, as --help lists them."""
import re
import subprocess


def listed(vitae):
    output = subprocess.run([vitae, '--help'], capture_output=True, text=True, check=True,
                            timeout=60).stdout
    return re.findall(r'^  (\w+) ', output.partition('\nFormats:\n')[2].partition('\n\n')[0], re.M)
