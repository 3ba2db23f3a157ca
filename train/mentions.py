"""A head on frozen word states that finds names and says of what kind they are: person, organization, place, group (a people, a party).

    python mentions.py --checkpoint last.pt --vocabulary vocab.txt --out mentions.pt [--states states/] [--cache cache/] [--silver 300]

Learns from GUM's gold names and ECB+'s typed ones, and from CoreNLP's silver names over PolNeAR train, with words that a corpus does not
judge left out of the loss. Prints precision, recall and F1 on GUM dev (gold), by genre, and the share of MEANTIME's named mentions given
the right kind. `--states`: cached states of PolNeAR train (`states.py`); others are made, and kept in --cache. --out holds the head alone:
`{'up', 'down'}.{weight, bias}` and `labels`, in the order of the logits.
"""
import argparse
import collections
import gzip
import json
import os
import random
import re

import numpy
import torch
import torch.nn.functional as F
from torch import nn

import data
import model
from states import WINDOW, States

KINDS = ['person', 'organization', 'place', 'group']
LABELS = ['O'] + [p + k for k in KINDS for p in ('B-', 'I-')]
UNJUDGED = -100
HIDDEN = 128
GOLD_TIMES = 4  # each gold word counts as so many silver ones: gold is small and of many genres

p = argparse.ArgumentParser()
p.add_argument('--checkpoint', required=True)
p.add_argument('--vocabulary', required=True)
p.add_argument('--states')
p.add_argument('--cache')
p.add_argument('--out', required=True)
p.add_argument('--silver', type=int, default=300, help='articles of PolNeAR train')
p.add_argument('--epochs', type=int, default=6)
p.add_argument('--dump', help='a folder for what the head says of dev texts, for the TypeScript benches')


class Head(nn.Module):
    def __init__(self, width=384):
        super().__init__()
        self.up, self.down = nn.Linear(width, HIDDEN), nn.Linear(HIDDEN, len(LABELS))

    def forward(self, words):
        return self.down(F.gelu(self.up(words)))


def main():
    a = p.parse_args()
    torch.manual_seed(1)
    vocabulary = data.Vocabulary(a.vocabulary)
    tagger = model.load(a.checkpoint)
    reader = Reader(tagger, vocabulary, a)
    gold = [reader.labelled(*r) for r in gum('train')] + [reader.labelled(*r) for r in ecb('train')]
    silver = [reader.labelled(*r) for r in silver_names(a.silver)]
    head = fit(gold, silver, a.epochs)
    torch.save({**head.state_dict(), 'labels': LABELS}, a.out)
    print('GUM dev', flush=True)
    report([(text, spans, genre, reader.names(text, id_, head)) for id_, text, spans, genre in gum_records('dev')])
    kinds_of_meantime(reader, head)
    if a.dump:
        dump(reader, head, a.dump)


class Reader:
    """Texts to word states, by window as they ship."""

    def __init__(self, tagger, vocabulary, a):
        self.tagger, self.vocabulary, self.cache = tagger, vocabulary, a.cache
        self.kept = States(a.states) if a.states else None
        if self.cache:
            os.makedirs(self.cache, exist_ok=True)

    def document(self, text, id_):
        return data.Document({'id': id_, 'text': text}, self.vocabulary)

    @torch.no_grad()
    def states(self, d):
        if self.kept and d.id in self.kept.at:
            return self.kept.of(d, 0, len(d.words))
        path = self.cache and os.path.join(self.cache, re.sub(r'\W', '_', d.id) + '.npy')
        if path and os.path.exists(path):
            return torch.from_numpy(numpy.load(path).astype('float32'))
        from train import tensors
        out = torch.zeros(len(d.words), model.Config.width)
        windows = [(d, first, last, []) for first, last in data.windows_of(d.words, d.counts, WINDOW)]
        for batch in data.batches(windows, 2560):
            ids, features, mask, starts, counts = tensors(batch, self.vocabulary)
            words = self.tagger.states(ids, features, mask, starts)
            for r, (_d, first, last, _gold) in enumerate(batch):
                out[first:last] = words[r, :counts[r]]
        if path:
            numpy.save(path, out.numpy().astype('float16'))
        return out

    def labelled(self, id_, text, spans, judged):
        """States and labels of a text's words. `spans`: (start, end, kind or None where it is not to be judged); `judged`: whether words outside are O."""
        d = self.document(text, id_)
        labels = torch.full((len(d.words),), 0 if judged else UNJUDGED)
        for start, end, kind in spans:
            inside = [i for i, w in enumerate(d.words) if w[0] < end and start < w[1]] if len(spans) < 2 else inside_of(d, start, end)
            for n, i in enumerate(inside):
                labels[i] = UNJUDGED if kind is None else 1 + 2 * KINDS.index(kind) + (n > 0)
        return self.states(d).half(), labels

    @torch.no_grad()
    def names(self, text, id_, head):
        d = self.document(text, id_)
        logits = head(self.states(d))
        return [(d.words[i][0], d.words[j][1], kind, share) for i, j, kind, share in runs(logits.softmax(-1))]


def inside_of(d, start, end):
    if not hasattr(d, 'at'):
        d.at = {}
        for i, w in enumerate(d.words):
            for k in range(w[0], w[1]):
                d.at[k] = i
    return sorted({d.at[k] for k in range(start, end) if k in d.at})


def runs(probabilities):
    """[(first word, last word, kind, probability)]: a name begins at B, or at I where none is open, and goes on over I; its kind is that of most weight."""
    best = probabilities.argmax(-1).tolist()
    out, i = [], 0
    while i < len(best):
        if best[i] == 0:
            i += 1
            continue
        j = i
        while j + 1 < len(best) and best[j + 1] != 0 and best[j + 1] % 2 == 0:
            j += 1
        weight = probabilities[i:j + 1, 1:].reshape(j + 1 - i, len(KINDS), 2).sum(2).mean(0)
        out.append((i, j, KINDS[int(weight.argmax())], float(weight.max())))
        i = j + 1
    return out


def fit(gold, silver, epochs):
    head = Head()
    optimiser = torch.optim.AdamW(head.parameters(), lr=2e-3, weight_decay=0.01)
    both = gold + silver
    states = torch.cat([s for s, _l in both])
    labels = torch.cat([l for _s, l in both])
    weights = torch.cat([torch.full((len(l),), float(GOLD_TIMES if n < len(gold) else 1)) for n, (_s, l) in enumerate(both)])
    known = (labels != UNJUDGED).nonzero().squeeze(-1)
    print(len(known), 'words judged,', int((labels > 0).sum()), 'of names', flush=True)
    steps = epochs * (len(known) // 1024)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2e-3, steps + epochs + 1)
    for _ in range(epochs):
        order = known[torch.randperm(len(known))]
        for at in range(0, len(order), 1024):
            some = order[at:at + 1024]
            loss = (F.cross_entropy(head(states[some].float()), labels[some], reduction='none') * weights[some]).sum() / weights[some].sum()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return head.eval()


# --- corpora

def gum_records(split):
    """[(id, text, [(start, end, kind)], genre)]: names, without articles and titles, of GUM's texts."""
    path = os.path.join(data.CORPORA, 'gum', split + '.conllu.gz')
    out = []
    for block in gzip.open(path, 'rt', encoding='utf8').read().split('# newdoc id = ')[1:]:
        lines = block.split('\n')
        text, spans = gum_text(lines[1:])
        if all(ord(c) < 0x10000 for c in text):
            out.append((lines[0].strip(), text, spans, lines[0].split('_')[1]))
    return out


def gum(split):
    return [(id_, text, spans, True) for id_, text, spans, _genre in gum_records(split)]


TITLES = set('mr mrs ms dr prof sir lord president senator governor judge justice minister king queen prince princess pope saint st secretary rep sen gov gen captain colonel general major mayor chancellor'.split())
OF_NAMES = {'organization': 'organization', 'place': 'place', 'person': 'person'}


def gum_text(lines):
    text, tokens, open_, spans = '', [], [], []
    for line in lines:
        if line.startswith('# newpar') or line.startswith('# newpar_block'):
            text = text.rstrip() + '\n\n' if text else ''
        cells = line.split('\t')
        if len(cells) < 10 or not cells[0].isdigit():
            continue
        start = len(text)
        text += cells[1]
        misc = dict(x.split('=', 1) for x in cells[9].split('|') if '=' in x)
        tokens.append((start, len(text), cells[1], cells[3], cells[4]))
        for part in re.findall(r'\([^()]+\)?|[^()]+\)', misc.get('Entity', '')):
            if part.startswith('('):
                fields = part.strip('()').split('-')
                open_.append((fields[0], fields[1], len(tokens) - 1))
            if part.endswith(')'):
                key = part.strip('()').split('-')[0]
                found = next(o for o in reversed(open_) if o[0] == key)
                open_.remove(found)
                spans.append((found[2], len(tokens), found[1]))
        if misc.get('SpaceAfter') != 'No':
            text += ' '
    return text, names_in(tokens, spans)


def names_in(tokens, spans):
    """Of each mention that is nothing but a name, articles and titles apart, its name; the longest where they nest. What is left of proper nouns is not judged."""
    out, taken = [], set()
    for first, last, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        while first < last and (tokens[first][3] in ('DET', 'ADJ', 'PUNCT') and not tokens[first][2][0].isupper() or tokens[first][2].lower().rstrip('.') in TITLES or tokens[first][2].lower() in ('the', "'")):
            first += 1
        while last > first and (tokens[last - 1][4] == 'POS' or tokens[last - 1][3] == 'PUNCT' and tokens[last - 1][2] != '.'):
            last -= 1
        part = tokens[first:last]
        named = part and part[0][3] in ('PROPN', 'ADJ', 'NOUN') and part[-1][3] in ('PROPN', 'NUM', 'NOUN') and any(t[3] == 'PROPN' for t in part) and all(t[2][0].isupper() or t[2].lower() in ('of', 'the', 'and', 'for', '&', '-', "'s", 'de', 'von', 'van', '.') or t[3] in ('PUNCT', 'NUM') for t in part) and len(part) <= 8
        if not named or taken & set(range(first, last)):
            continue
        if kind == 'person' and (part[-1][4] == 'NNPS'):
            kind = 'group'
        taken.update(range(first, last))
        out.append((part[0][0], part[-1][1], kind if kind in KINDS else None))
    for i, t in enumerate(tokens):
        if i not in taken and t[3] == 'PROPN':
            out.append((t[0], t[1], None))
    return sorted(out, key=lambda s: s[0])


ECB_KINDS = {'HUMAN_PART_PER': 'person', 'HUMAN_PART_ORG': 'organization', 'LOC_GEO': 'place', 'LOC_FAC': 'place', 'HUMAN_PART_GPE': 'place'}
NAME = re.compile(r"(?:[A-Z][\w.'’-]*)(?: (?:of |the |and |for |de |& )*[A-Z0-9][\w.'’-]*){0,6}$")
ARTICLE = re.compile(r'^(?:(?:the|The|a|at|in|near|from|on|by|to) )+')


def ecb(split):
    """Names among ECB+'s typed mentions; other words are not judged, save small ones next to them."""
    path = os.path.join(data.CORPORA, 'ecbplus', split + '.jsonl.gz')
    out = []
    for line in gzip.open(path, 'rt', encoding='utf8'):
        r = json.loads(line)
        if any(ord(c) >= 0x10000 for c in r['text']):
            continue
        spans = []
        for m in r['mentions']:
            kind = ECB_KINDS.get(m['kind'])
            (start, end), *more = m['span']
            words = r['text'][start:end]
            lead = ARTICLE.match(words)
            start += lead.end() if lead else 0
            words = r['text'][start:end]
            if kind and not more and NAME.match(words) and words != words.upper() and words.split(' ')[0].lower().rstrip('.') not in TITLES:
                spans.append((start, end - (2 if words.endswith("'s") else 0), kind))
        out.append((r['id'], r['text'], spans, False))
    return out


SILVER_KINDS = {'PERSON': 'person', 'ORGANIZATION': 'organization', 'LOCATION': 'place'}
PEOPLE = re.compile(r'(?:an|ans|ese|ish|ite|ites|rat|rats|ratic|ic|ics|ch|[aeq]i|[aeq]is|ew|ews|GOP)$')


def silver_names(count):
    """CoreNLP's names over every n-th article of PolNeAR train; of its MISC those that end as peoples and parties do, the rest is not judged."""
    records = {r['id']: r['text'] for r in lines_of('polnear', 'train.jsonl.gz')}
    parsed = [r for r in lines_of('polnear', 'train.corenlp.jsonl.gz') if r['id'] in records]
    for r in parsed[::max(1, len(parsed) // count)]:
        text, spans = records[r['id']], []
        for sentence in r['sentences']:
            previous = None
            for start, end, _pos, ner, *_rest in sentence:
                kind = SILVER_KINDS.get(ner)
                if ner == 'MISC' and PEOPLE.search(text[start:end]):
                    kind = 'group'
                if ner in SILVER_KINDS or ner == 'MISC':
                    if previous == ner and spans:
                        spans[-1] = (spans[-1][0], end, spans[-1][2] if ner != 'MISC' else None)
                    else:
                        spans.append((start, end, kind))
                previous = ner
        yield r['id'], text, spans, True


def lines_of(*path):
    for line in gzip.open(os.path.join(data.CORPORA, *path), 'rt', encoding='utf8'):
        yield json.loads(line)


# --- measuring

def report(results):
    """Exact spans with their kinds; names that GUM calls an event, work or thing are not counted, found or not."""
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for text, gold, genre, found in results:
        judged = {(s, e): k for s, e, k in gold if k}
        skipped = [(s, e) for s, e, k in gold if not k]
        for s, e, k, _share in found:
            if any(x < e and s < y for x, y in skipped):
                continue
            for key in ('all', genre, k):
                counts[key][1] += 1
                counts[key][2] += judged.get((s, e)) == k
        for k in judged.values():
            for key in ('all', genre, k):
                counts[key][0] += 1
    for key, (gold, found, right) in counts.items():
        f = 200 * right / max(1, gold + found)
        print(f'{key:14} gold {gold:4} found {found:4} precision {100 * right / max(1, found):5.1f} recall {100 * right / max(1, gold):5.1f} F1 {f:5.1f}', flush=True)


def kinds_of_meantime(reader, head):
    """Of MEANTIME's mentions that are names: found under the right kind, under another, not found."""
    kinds, counts = {'PER': 'person', 'ORG': 'organization', 'LOC': 'place'}, collections.Counter()
    for r in lines_of('meantime', 'all.jsonl.gz'):
        if any(ord(c) >= 0x10000 for c in r['text']):
            continue
        found = reader.names(r['text'], 'meantime-' + str(r['id']), head)
        for m in r['mentions']:
            start, end = m['span'][0]
            if m['kind'] not in kinds or not NAME.match(r['text'][start:end]):
                continue
            hit = [k for s, e, k, _share in found if s < end and start < e]
            counts[m['kind'], 'right' if kinds[m['kind']] in hit else 'wrong' if hit else 'missed'] += 1
    print('MEANTIME', dict(counts), flush=True)


def dump(reader, head, folder):
    os.makedirs(folder, exist_ok=True)
    texts = [(id_, text) for id_, text, _s, _g in gum_records('dev') + gum_records('train')] + [('meantime-' + str(r['id']), r['text']) for r in lines_of('meantime', 'all.jsonl.gz')] + [(r['id'], r['text']) for r in lines_of('polnear', 'dev.jsonl.gz')]
    with open(os.path.join(folder, 'names.jsonl'), 'w') as out:
        for id_, text in texts:
            if all(ord(c) < 0x10000 for c in text):
                out.write(json.dumps({'id': id_, 'text': text if id_.startswith('GUM') else None, 'names': [[s, e, k, round(share, 3)] for s, e, k, share in reader.names(text, id_, head)]}) + '\n')


if __name__ == '__main__':
    torch.set_num_threads(1)
    main()
