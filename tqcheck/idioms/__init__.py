"""The bank: idioms and calques with the word-for-word renderings that give them away."""
