${shout("x")} ${posts?size}
