note2
