${x!"no x"}
