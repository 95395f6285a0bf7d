console.warn('a word of warning');
document.querySelector('.hidden').style.display = 'block';
