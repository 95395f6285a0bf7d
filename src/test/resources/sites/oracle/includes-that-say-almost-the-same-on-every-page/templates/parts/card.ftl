${(p.title)!"no p"} ${(post.title)!"no post"} ${content.type}
