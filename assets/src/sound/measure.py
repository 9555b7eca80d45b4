"""Measures an encoded sound as it will be heard: decoded again, mono on both loudspeakers."""
import re
import subprocess
import tempfile

import numpy as np
from scipy.io import wavfile
from scipy.signal import resample_poly, stft

from synth import RATE


def decoded(path):
    """Samples of a file, one column a channel."""
    with tempfile.NamedTemporaryFile(suffix='.wav') as wav:
        subprocess.run(['oggdec', '-Q', '-o', wav.name, path], check=True)
        rate, samples = wavfile.read(wav.name)
    if rate != RATE:
        raise ValueError(f'{path}: {rate} samples a second, not {RATE}')
    return samples.reshape(len(samples), -1) / 32768


def decibels(value):
    return 20 * np.log10(max(value, 1e-9))


def true_peak(x):
    """dBFS between the samples too: four times oversampled."""
    return decibels(np.abs(resample_poly(x, 4, 1, axis=0)).max())


def loudness(path):
    """Integrated loudness in LUFS (ITU-R BS.1770), a mono file counted as played on two loudspeakers."""
    heard = subprocess.run(['ffmpeg', '-hide_banner', '-nostats', '-i', path, '-af', 'ebur128=dualmono=true',
                            '-f', 'null', '-'], capture_output=True, check=True, text=True).stderr
    return float(re.findall(r'I:\s+(-?[\d.]+) LUFS', heard)[-1])


def seam(x):
    """How a loop's seam stands out, in shares of the largest inside: the step of the samples, the flux of the spectrum."""
    x = x.mean(1)
    step = abs(x[0] - x[-1]) / np.abs(np.diff(x)).max()

    def flux(part):
        _, _, spectrum = stft(part, RATE, nperseg=1024, noverlap=768, boundary=None, padded=False)
        return np.abs(np.diff(np.log(np.abs(spectrum) + 1e-5), axis=1)).mean(0)

    around = flux(np.concatenate([x[-2048:], x[:2048]]))
    return step, around.max() / flux(x).max()
