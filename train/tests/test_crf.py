"""The CRF's sums against brute force over all labellings."""
import itertools
import os
import sys

import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..'))
from model import LABELS, Crf, counts_of


def brute(emissions, labels, transition):
    score = lambda path: sum(emissions[i, l] for i, l in enumerate(path)) + sum(transition[a, b] for a, b in zip(path, path[1:]))
    return torch.logsumexp(torch.stack([score(p) for p in itertools.product(range(LABELS), repeat=len(labels))]), 0) - score(labels.tolist())


def test_value_and_gradient():
    torch.manual_seed(0)
    crf, e = Crf(), torch.randn(2, 6, LABELS, requires_grad=True)
    mask = torch.tensor([[False, True, True, True, True, False], [True, True, True, False, False, False]])
    labels = torch.randint(0, LABELS, (2, 6))
    crf.nll(e, mask, *counts_of(labels, mask)).backward()
    got, got_t = e.grad.clone(), crf.transition.grad.clone()
    e.grad, crf.transition.grad = None, None
    want = (brute(e[0, 1:5], labels[0, 1:5], crf.transition) + brute(e[1, :3], labels[1, :3], crf.transition)) / 2
    want.backward()
    assert torch.allclose(crf.nll(e, mask, *counts_of(labels, mask)), want, atol=1e-4)
    assert torch.allclose(got, e.grad, atol=1e-4) and torch.allclose(got_t, crf.transition.grad, atol=1e-4)


if __name__ == '__main__':
    test_value_and_gradient()
    print('ok')
