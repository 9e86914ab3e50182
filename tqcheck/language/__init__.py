"""Facts about languages: tags, scripts, words, sentences, stems, numbers."""
