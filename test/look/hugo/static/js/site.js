document.querySelector('.side').dataset.seen = 'yes';
