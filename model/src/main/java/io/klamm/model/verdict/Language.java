package io.klamm.model.verdict;

/** The languages in which Klamm speaks. */
public enum Language {
    ENGLISH,
    KOREAN
}
