/**
 * Reads what agencies send: bytes in, items out. Nothing is decided and nothing is written here.
 */
package org.newsbake.wire;
