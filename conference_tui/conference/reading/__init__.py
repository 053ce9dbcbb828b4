"""Who may read what of a conference: one rule, one mask, and the same fold as for everybody (HF-10, HV-3).

reader.py     one reader of one paper: of which children they read, from whom they are kept apart
apart.py      which adults are kept apart, and who stands on whose side
rule.py       whether a reader reads an entry: yes; no, because; or ask, because
mask.py       the fields of an entry that stays, each by what it is
hiding.py     names and places in typed words: what is masked, what the chair is asked about
read.py       a reader's conference: the entries that may be read, replayed
questions.py  what is left out, and what the chair is asked before a copy is made
"""
