"""What paperterm holds, in the forms of other programs. Pure: nothing here touches the disk."""
