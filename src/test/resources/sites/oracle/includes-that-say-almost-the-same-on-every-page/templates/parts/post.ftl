part for posts
