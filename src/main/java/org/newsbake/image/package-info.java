/**
 * One picture: its size, what it says of itself (caption, byline, credit), its smaller versions.
 */
package org.newsbake.image;
